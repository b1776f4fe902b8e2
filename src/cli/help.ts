import { version } from '../kernel/version.ts';

/** What people see who ask for help, or who make a mistake. */
export const help = `allformats ${version}
Turns your reports into every format that people have a right to ask for, and proves that nothing was lost.

  npx allformats convert            make all formats of all reports in sources/
  npx allformats convert FILE…      make all formats of these reports only
  npx allformats check              convert, then check everything: your text, the outputs, the proof
  npx allformats check page.html other.pdf
                                    check pages and PDFs that any program made
  npx allformats check --url https://example.org/ --follow
                                    check the pages of a site as they are
  npx allformats proof FILE         show a report and its outputs side by side, with every difference
  npx allformats listen PAGE…       what a screen reader says of pages, from the first line to the last
  npx allformats statement          write your accessibility statement from the results of a check
  npx allformats statement ais      write what people can ask for, how, and how long it takes
  npx allformats draft easy-read FILE
                                    a first Easy Read version of a report, and the list of what is open in it
  npx allformats easy-read accept FILE
                                    you have compared the Easy Read version with the report as it is now
  npx allformats easy-read sign-off FILE
                                    its readers have checked it: the draft stamp goes, until a block changes
  npx allformats translate export FILE --to cy
                                    the texts of a report for its translators, as XLIFF; also what is new or changed
  npx allformats translate import FILE RETURNED.xlf
                                    put what the translators sent back to what is translated already
  npx allformats explain RULE       why a rule matters, and how to mend what it found
  npx allformats list               show the reports, and the formats that you can make
  npx allformats need "large print 20"
                                    which format meets a need? Words, or a SNOMED CT code from a patient record
  npx allformats init FOLDER        start a new project with a sample report

You write reports in sources/ (how: docs/writing.md). Outputs appear in outputs/: open outputs/index.html.

Options
  --profile NAME   only this format; repeat it for more ("npx allformats list" shows the names)
  --out FOLDER     put the outputs there instead of outputs/; listen: store the transcripts there
  --watch          convert: stay, and convert again when a report changes
  --no-cache       make everything anew, also what has not changed
  --fail-on LEVEL  error (as usual), warning, person or never: which findings end with code 1
  --strict         check: end with code 2 if a checker is not installed
  --report KIND=FILE
                   check: also write the result as html, json, junit, sarif or earl; repeat it for more
  --baseline FILE  check: findings that stand in this file are told, but fail nothing
  --write-baseline check: write the findings of today into that file
  --url ADDRESS    check: a web page by its address; repeat it for more
  --follow         check: also the pages of the same site that it links to
  --limit N        check: at most so many pages (50 as usual)
  --follow-links   check: also ask the addresses that your reports link to (needs the network)
  --allow-private  --follow-links: also those on this machine and in private networks
  --timings        check: how long each checker took
  --with READER    listen: also with orca (the real one) or virtual; repeat it for both
  --with-orca      check: let Orca read the pages too
  --details FILE   statement: its details (statement.yaml as usual)
  --results FILE   statement: the results of a check (check.json as usual)
  --date DAY       statement: the day for which it must be true, such as 2026-11-23
  --to-do          draft: only the list of what is open in the version that is there
  --record         draft: only the record of facts that this version needs as it stands
  --simplifier CMD draft: your own program for easier sentences (docs/easy-read.md)
  --to LANGUAGE    translate: the language, such as cy, ur or zh-Hant
  --format KIND    translate: xliff (as usual), po, tbx (glossary) or tmx (what is translated already)
  --changed        translate: only what is new, or has changed since it was translated
  --pictures       list: show the pictures for Easy Read
  --json           print the result as JSON
  --help, --version

It ends with code 0 if all is well, 1 if there is something to mend, 2 if something could not be done.
`;
