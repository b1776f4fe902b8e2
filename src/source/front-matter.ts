import { isMap, isScalar, LineCounter, parseDocument, type Document as YamlDocument } from 'yaml';
import { z } from 'zod';
import type { Meta } from '../document/tree.ts';
import type { Finding, Position } from '../kernel/finding.ts';

const date = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'write a date as 2021-11-05, 2021-11 or 2021');
const words = z.string().trim().min(1, 'must not be empty');

/** What stands at the top of a report. docs/front-matter.schema.json is made from it. */
export const frontMatterSchema = z.strictObject({
  title: words.describe('The name of the report; at most 65 characters read well.'),
  organisation: words.describe('The full name of the body that publishes it.'),
  language: z
    .string()
    .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, 'write a language code such as en-GB, cy or ur')
    .describe('Language code (BCP 47), such as en-GB.'),
  date: date.describe('When it was published: 2021-11-05, 2021-11 or 2021.'),
  version: words.describe('Version number or words, in quotes.'),
  summary: words.optional().describe('One or two sentences: what the report is about.'),
  contact: z
    .strictObject({
      team: words.optional(),
      email: z.string().regex(/^[^\s@]+@[^\s@]+$/, 'write one e-mail address').optional(),
      telephone: z.union([words.transform((one) => [one]), z.array(words)]).default([]),
      textRelay: words.optional().describe('Number for Relay UK, such as 18001 01234 567890.'),
      post: z.array(words).default([]).describe('Lines of the postal address.'),
      web: z.url({ protocol: /^https?$/, error: 'write a full web address that starts with https://' }).optional(),
      replyWithin: words.optional().describe('How soon people get an answer, such as 5 working days.'),
      note: words.optional(),
    }),
  signOff: z
    .array(z.strictObject({ role: words, name: words.optional(), date: date.optional() }))
    .min(1, 'say who approved the report, or role: Not stated'),
  easyRead: z.strictObject({ checkedBy: words, checkedOn: date }).optional(),
});

export interface FrontMatter {
  readonly meta: Meta;
  readonly findings: readonly Finding[];
  /** The body: as many lines as the file, those of the front matter empty. */
  readonly body: string;
}

const maxLines = 500;

/** Splits a report into details and body. Missing or wrong details are findings, and a stand-in is used. */
export function readFrontMatter(text: string, file: string): FrontMatter {
  const findings: Finding[] = [];
  const add = (message: string, fix: string, at: Position, rule = 'source/front-matter') =>
    findings.push({ rule, severity: 'error', message, fix, at });
  const lines = text.split('\n');
  const end = lines[0]?.trimEnd() === '---' ? closingLine(lines) : -1;
  if (end === -1) {
    add(
      lines[0]?.trimEnd() === '---'
        ? 'The details at the top of the report are not closed.'
        : 'The report has no details at the top.',
      'Start the file with a line of three hyphens, the details, and another line of three hyphens: see docs/writing.md, part 1.',
      { file, line: 1, column: 1 },
    );
    return { meta: standIn(undefined, file, text), findings, body: text };
  }
  const counter = new LineCounter();
  const yaml = parseDocument(lines.slice(1, end).join('\n'), {
    schema: 'failsafe',
    lineCounter: counter,
    uniqueKeys: true,
  });
  const place = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { file, line: line + 1, column: col };
  };
  for (const error of [...yaml.errors, ...yaml.warnings]) {
    add(
      `The details at the top cannot be read: ${error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '')}.`,
      'Put each detail on its own line as "name: value"; put quotes around a value with a colon in it.',
      place(error.pos[0]),
    );
  }
  const value = toPlain(yaml, (message) =>
    add(message, 'Write the details out in full, without & and *.', { file, line: 2, column: 1 }),
  );
  const parsed = frontMatterSchema.safeParse(value ?? {});
  if (!parsed.success && yaml.errors.length === 0) {
    for (const issue of parsed.error.issues) {
      const path = issue.path.map(String);
      const at = placeOf(yaml, path, place) ?? { file, line: 1, column: 1 };
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) {
          const where = placeOf(yaml, [...path, key], place) ?? at;
          add(
            `"${[...path, key].join('.')}" is not a detail that reports have, so no reader would get it.`,
            'Mend its spelling, or move it into the text: the details are listed in docs/writing.md, part 1.',
            where,
          );
        }
        continue;
      }
      const missing = valueAt(value, path) === undefined;
      add(
        missing ? `The detail "${path.join('.')}" is missing.` : `The detail "${path.join('.') || 'top'}" is wrong: ${issue.message}.`,
        missing ? `Add a line "${path.at(-1)}: …" at the top of the report.` : 'Compare it with docs/writing.md, part 1.',
        at,
      );
    }
  }
  const body = lines.map((line, index) => (index <= end ? '' : line)).join('\n');
  return { meta: parsed.success ? toMeta(parsed.data) : standIn(value, file, body), findings, body };
}

function closingLine(lines: readonly string[]): number {
  const last = Math.min(lines.length, maxLines);
  for (let index = 1; index < last; index++) if (/^(---|\.\.\.)\s*$/.test(lines[index]!)) return index;
  return -1;
}

/** Aliases are refused: they let a few lines stand for gigabytes. */
function toPlain(yaml: YamlDocument, refuse: (message: string) => void): unknown {
  try {
    return yaml.toJS({ maxAliasCount: 0 });
  } catch {
    refuse('The details at the top use aliases (& and *).');
    return undefined;
  }
}

function placeOf(
  yaml: YamlDocument,
  path: readonly string[],
  place: (offset: number) => Position,
): Position | undefined {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? yaml.contents : yaml.getIn(path.slice(0, length - 1), true);
    if (!isMap(parent)) continue;
    const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === path[length - 1]);
    if (pair && isScalar(pair.key) && pair.key.range) return place(pair.key.range[0]);
  }
  return undefined;
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const key of path) at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined;
  return at;
}

function toMeta({ easyRead, contact, ...rest }: z.infer<typeof frontMatterSchema>): Meta {
  return {
    ...withoutUndefined(rest),
    contact: withoutUndefined(contact),
    signOff: rest.signOff.map(withoutUndefined),
    ...(easyRead && { easyReadCheck: easyRead }),
  } as Meta;
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}

/** What is used of details that are missing or wrong, so that the other words still reach their readers. */
function standIn(value: unknown, file: string, text: string): Meta {
  const string = (key: string): string | undefined => {
    const one = valueAt(value, [key]);
    return typeof one === 'string' && frontMatterSchema.shape[key as 'title'].safeParse(one).success
      ? one
      : undefined;
  };
  const heading = /^#{1,6}[ \t]+(.+?)[ \t#]*$/m.exec(text)?.[1];
  const name = file.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const contact = frontMatterSchema.shape.contact.safeParse(valueAt(value, ['contact']));
  const signOff = frontMatterSchema.shape.signOff.safeParse(valueAt(value, ['signOff']));
  const summary = string('summary');
  return {
    title: string('title') ?? heading ?? name,
    organisation: string('organisation') ?? 'Not stated',
    language: string('language') ?? 'en-GB',
    date: string('date') ?? 'Not stated',
    version: string('version') ?? 'Not stated',
    ...(summary && { summary }),
    contact: contact.success ? withoutUndefined(contact.data) as Meta['contact'] : { telephone: [], post: [] },
    signOff: signOff.success ? signOff.data.map(withoutUndefined) as Meta['signOff'] : [],
  };
}
