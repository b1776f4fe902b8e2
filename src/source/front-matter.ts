import { isMap, isScalar, LineCounter, parseDocument, type Document as YamlDocument } from 'yaml';
import { z } from 'zod';
import type { Meta } from '../document/tree.ts';
import type { Finding, Position } from '../kernel/finding.ts';

const date = z
  .string()
  .regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    'write a date as 2021-11-05, 2021-11 or 2021',
  );
const words = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .refine((value) => !/[^\P{Cc}\s]|\p{Cs}/u.test(value), 'must not contain control characters');

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
  contact: z.strictObject({
    team: words.optional(),
    email: z
      .string()
      .regex(/^[^\s@]+@[^\s@]+$/, 'write one e-mail address')
      .optional(),
    telephone: z.union([words.transform((one) => [one]), z.array(words)]).default([]),
    textRelay: words.optional().describe('Number for Relay UK, such as 18001 01234 567890.'),
    post: z.array(words).default([]).describe('Lines of the postal address.'),
    web: z
      .url({ protocol: /^https?$/, error: 'write a full web address that starts with https://' })
      .optional(),
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

// Longer ones are no details of a report, and reading them takes time with the square of their length.
const maxLines = 500;
const maxLength = 20_000;

/** Splits a report into details and body. Missing or wrong details are findings, and a stand-in is used. */
export function readFrontMatter(text: string, file: string): FrontMatter {
  const findings: Finding[] = [];
  const add = (message: string, fix: string, at: Position) =>
    findings.push({ rule: 'source/front-matter', severity: 'error', message, fix, at });
  const lines = text.split('\n');
  const opened = lines[0]!.trimEnd() === '---';
  const end = opened ? lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)[ \t]*$/.test(line)) : -1;
  const inner = lines.slice(1, end).join('\n');
  const problem = !opened
    ? 'The report has no details at the top.'
    : end === -1
      ? 'The details at the top of the report are not closed.'
      : end > maxLines || inner.length > maxLength
        ? `The details at the top are longer than ${maxLines} lines or ${maxLength} characters. They are taken as text.`
        : undefined;
  if (problem) {
    add(
      problem,
      'Start the file with a line of three hyphens, the details, and another line of three hyphens: see docs/writing.md, part 1.',
      { file, line: 1, column: 1 },
    );
    return { meta: standIn(file, text), findings, body: text };
  }
  const body = lines.map((line, index) => (index <= end ? '' : line)).join('\n');
  const meta = readDetails(inner, file, add) ?? {};
  return { meta: mended(meta, standIn(file, body)), findings, body };
}

type Add = (message: string, fix: string, at: Position) => void;

/** The details as plain data, with a finding for each fault; undefined where they cannot be read at all. */
function readDetails(inner: string, file: string, add: Add): Plain | undefined {
  const counter = new LineCounter();
  const place = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { file, line: line + 1, column: col };
  };
  const top = { file, line: 1, column: 1 };
  let yaml: YamlDocument;
  let value: unknown;
  try {
    yaml = parseDocument(inner, { schema: 'failsafe', lineCounter: counter, uniqueKeys: true });
    // Aliases are refused: they let a few lines stand for gigabytes.
    value = yaml.toJS({ maxAliasCount: 0 });
  } catch (error) {
    if (error instanceof RangeError) {
      add('The details at the top are nested too deeply.', 'Compare them with docs/writing.md, part 1.', top);
    } else {
      add(
        'The details at the top use aliases (& and *).',
        'Write the details out in full, without & and *.',
        top,
      );
    }
    return undefined;
  }
  for (const { message, pos } of [...yaml.errors, ...yaml.warnings]) {
    const told = message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
    add(
      `The details at the top cannot be read: ${told}.`,
      'Put each detail on its own line as "name: value"; put quotes around a value with a colon in it.',
      place(pos[0]),
    );
  }
  if (yaml.errors.length === 0) tellIssues(value, (path) => placeOf(yaml, path, place) ?? top, add);
  return isPlain(value) ? value : undefined;
}

function tellIssues(value: unknown, placeAt: (path: readonly string[]) => Position, add: Add): void {
  for (const issue of frontMatterSchema.safeParse(value ?? {}).error?.issues ?? []) {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        add(
          `"${[...path, key].join('.')}" is not a detail that reports have, so no reader would get it.`,
          'Mend its spelling, or move it into the text: the details are listed in docs/writing.md, part 1.',
          placeAt([...path, key]),
        );
      }
      continue;
    }
    const found = valueAt(value, path);
    if (found === undefined) {
      add(
        `The detail "${path.join('.')}" is missing.`,
        `Add a line "${path.at(-1)}: …" at the top of the report.`,
        placeAt(path),
      );
    } else {
      const told = typeof found === 'string' ? ` ("${found.slice(0, 60)}")` : '';
      add(
        `The detail "${path.join('.') || 'top'}"${told} is wrong: ${issue.message}.`,
        'Compare it with docs/writing.md, part 1.',
        placeAt(path),
      );
    }
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

type Plain = Record<string, unknown>;

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const key of path) at = typeof at === 'object' && at !== null ? (at as Plain)[key] : undefined;
  return at;
}

type StandIn = Pick<Meta, 'title' | 'organisation' | 'language' | 'date' | 'version' | 'contact' | 'signOff'>;

/** What is used of details that are missing or wrong, so that the other words still reach their readers. */
function standIn(file: string, body: string): StandIn {
  const heading = /^#{1,6}[ \t]+(\S.*)$/m.exec(body)?.[1]?.trim();
  const name = file.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  return {
    title: heading ?? name,
    organisation: 'Not stated',
    language: 'en-GB',
    date: 'Not stated',
    version: 'Not stated',
    contact: { telephone: [], post: [] },
    signOff: [],
  };
}

/** The details that are right, and the stand-ins for the others. */
function mended(value: Plain, standIns: StandIn): Meta {
  const good: Plain = {};
  for (const [key, schema] of Object.entries(frontMatterSchema.shape)) {
    const parsed = schema.safeParse(key === 'contact' ? rightParts(value[key]) : value[key]);
    if (parsed.success && parsed.data !== undefined) good[key] = parsed.data;
  }
  const { easyRead, ...rest } = good;
  return { ...standIns, ...rest, ...(easyRead !== undefined && { easyReadCheck: easyRead }) } as Meta;
}

/** One wrong way to reach the publisher must not cost the others. */
function rightParts(contact: unknown): unknown {
  if (!isPlain(contact)) return contact;
  const shape: Readonly<Record<string, z.ZodType>> = frontMatterSchema.shape.contact.shape;
  return Object.fromEntries(
    Object.entries(contact).filter(
      ([key, value]) => Object.hasOwn(shape, key) && shape[key]!.safeParse(value).success,
    ),
  );
}
