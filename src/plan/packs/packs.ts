import type { Block } from '../../document/tree.ts';
import type { Transform } from '../transform.ts';
import { agenda, lists, type PackTools, pack, words } from './pack.ts';

/** For a Deaf-led company that makes a BSL video: script, what to agree, what the video must have, sign-off form. */
export const bslPack: Transform = (document) =>
  pack(document, {
    name: words.bsl.name,
    before: (tools) => [
      tools.paragraph(words.bsl.about),
      tools.paragraph(words.bsl.freedom),
      ...agenda(tools),
      tools.heading(words.bsl.needs),
      tools.list(words.bsl.needList),
    ],
    after: (tools) => [...lists(tools), ...signOff(tools)],
  });

/** For interpreters, lipspeakers, reporters and note takers: what helps each of them, the script, and lists to prepare from. */
export const interpreterPack: Transform = (document) =>
  pack(document, {
    name: words.interpreter.name,
    before: (tools) => [
      tools.paragraph(words.interpreter.about),
      ...agenda(tools),
      tools.heading(words.interpreter.professionals),
      tools.table([words.interpreter.professional, words.interpreter.help], words.interpreter.advice),
    ],
    after: lists,
  });

/** For someone who reads the document to a person. */
export const readerScript: Transform = (document) =>
  pack(document, {
    name: words.reader.name,
    before: (tools) => [
      tools.paragraph(words.reader.about),
      tools.heading(words.reader.how),
      tools.list(words.reader.howList),
      ...agenda(tools),
    ],
    after: () => [],
  });

function signOff({ heading, paragraph, table }: PackTools): Block[] {
  return [
    heading(words.signOff),
    paragraph(words.signOffAbout),
    table(
      [words.field, words.entry],
      words.fields.map((field) => [field, words.blank]),
    ),
  ];
}
