/** Every way in which an operation can be impossible, with what a person can do. docs/failures.md lists the same codes. */
export const failureCodes = {
  'file-missing': 'Check the path. Nothing is there, or it cannot be read.',
  'file-not-text': 'Save the report as a plain text file (UTF-8) with the ending .md.',
  'file-empty': 'Write the report, or delete the empty file.',
  'file-too-large': 'Split the report into several files.',
  'outside-project': 'Move the file into the project folder.',
  'profile-invalid': 'Mend the profile file. Compare it with the ones in profiles/.',
  'profile-unknown': 'Run "npx allformats list" to see the profiles that exist.',
  'layer-missing': 'Write the Easy Read layer beside the report: see docs/writing.md, part 9.',
  'translation-invalid': 'Export it again from the tool of the translators: docs/translations.md.',
  'translation-incomplete':
    'Have the rest translated, or write "missing: notice" under "translations" at the top of the report.',
  'language-unknown': 'Choose another format, or ask a transcriber.',
  'baseline-invalid': 'Write it again: npx allformats check --write-baseline.',
  'results-invalid': 'Write the results again: npx allformats check --report json=check.json.',
  'tool-missing': 'Install the tool. "npm test" does it on Debian.',
  'tool-failed': 'Run the tool by hand to see what it says.',
  'simplifier-failed':
    'Run the program by hand with a sentence as docs/easy-read.md shows. The draft was written by rules alone.',
  usage: 'Run "npx allformats --help".',
  'project-there': 'Choose another folder, or add your report to the ones that are there.',
  'too-slow': 'Split the report into smaller parts, or look for a list or table that is far too long.',
  'write-failed': 'Check that the disk is not full and that you may write there.',
} as const;

export type FailureCode = keyof typeof failureCodes;

/** An operation that could not be done. Shown without a stack; it ends that one format or command only. */
export class Failure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string) {
    super(message);
    this.name = 'Failure';
    this.code = code;
  }

  get fix(): string {
    return failureCodes[this.code];
  }
}
