import { dateInWords } from '../../document/date.ts';
import { fill } from '../../document/furniture/furniture.ts';
import { furnitureOf } from '../../document/furniture/furniture-of.ts';
import type { Block, Document } from '../../document/tree.ts';
import type { Transform } from '../transform.ts';
import { type PackTools, pack, words } from './pack.ts';

/** For a supplier of Moon: an order sheet with what is known of the document, and its whole text. */
export const moonOrder: Transform = (document) =>
  pack(document, {
    name: words.moon.name,
    text: { heading: words.moon.text, end: words.moon.textEnd },
    before: (tools) => [tools.paragraph(words.moon.about)],
    after: (tools) => [
      tools.heading(words.moon.sheet),
      tools.paragraph(words.moon.sheetAbout),
      orderSheet(document, tools),
    ],
  });

function orderSheet({ meta }: Document, { facts, parts, table }: PackTools): Block {
  const { moon } = words;
  const chunks = parts.flatMap((part) => part.chunks);
  const tables = facts.shown.filter(({ isTable }) => isTable).length;
  const length = { words: chunks.reduce((sum, chunk) => sum + chunk.words, 0), parts: parts.length };
  const { contact } = meta;
  const known: readonly (readonly [string, string | undefined])[] = [
    [moon.document, meta.title],
    [moon.publisher, meta.organisation],
    [moon.date, dateInWords(meta.date, furnitureOf('en'))],
    [moon.version, meta.version],
    [moon.language, furnitureOf('en').languages[meta.language.toLowerCase().split('-')[0]!] ?? meta.language],
    [moon.length, fill(moon.lengthIs, length)],
    [moon.tables, tables === 0 ? undefined : fill(moon.tablesAre, { count: tables })],
    [moon.pictures, picturesIn(facts.shown.length - tables)],
    [moon.code, moon.codeIs],
    [moon.contact, [contact.team, contact.email, ...contact.telephone].filter(Boolean).join(', ')],
  ];
  const told = known.filter(([, value]) => value !== undefined && value !== '');
  return table(
    [words.field, words.entry],
    [...told.map(([field, value]) => [field, value!]), ...moon.fields.map((field) => [field, words.blank])],
  );
}

function picturesIn(count: number): string | undefined {
  return count === 0 ? undefined : fill(words.moon.picturesAre, { count });
}
