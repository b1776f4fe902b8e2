import { isMap, isScalar, LineCounter, parseDocument, type Document as YamlDocument } from 'yaml';
import { z } from 'zod';
import type { Meta } from '../document/tree.ts';
import type { Finding, Position } from '../kernel/finding.ts';
import { mendDetails } from './mend-details.ts';

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

function emailProblem(value: string): string {
  if (value.includes(','))
    return 'an e-mail address has no comma; write a full stop, or give only one address';
  if (/[\s;]/.test(value)) return 'an e-mail address has no spaces or semicolons; give only one address';
  const [name, domain, ...others] = value.split('@');
  if (!name || !domain || others.length > 0) return 'write one e-mail address, such as name@example.org';
  return 'the part of the e-mail address behind @ needs a full stop, as in name@example.org';
}

function saysSomething(contact: Readonly<Record<string, string | readonly string[] | undefined>>): boolean {
  return Object.values(contact).some((value) => value !== undefined && value.length > 0);
}

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
      email: z
        .string()
        .regex(/^[^\s@,;]+@[^\s@,;.]+(\.[^\s@,;.]+)+$/, { error: ({ input }) => emailProblem(String(input)) })
        .optional(),
      telephone: z.union([words.transform((one) => [one]), z.array(words)]).default([]),
      textRelay: words.optional().describe('Number for Relay UK, such as 18001 01234 567890.'),
      post: z.array(words).default([]).describe('Lines of the postal address.'),
      web: z
        .url({ protocol: /^https?$/, error: 'write a full web address that starts with https://' })
        .optional(),
      replyWithin: words.optional().describe('How soon people get an answer, such as 5 working days.'),
      note: words.optional(),
    })
    .refine(saysSomething, 'give at least an e-mail or postal address'),
  signOff: z
    .array(z.strictObject({ role: words, name: words.optional(), date: date.optional() }))
    .min(1, 'say who approved the report, or role: Not stated'),
  easyRead: z.strictObject({ checkedBy: words, checkedOn: date }).optional(),
  translations: z
    .strictObject({
      missing: z
        .enum(['notice', 'block'])
        .default('notice')
        .describe('What happens to texts that a translation lacks: shown under a notice, or no output.'),
      keep: z.array(words).default([]).describe('Names and words that no translation may change.'),
    })
    .optional(),
});

const detailNames = [
  ...Object.keys(frontMatterSchema.shape),
  ...Object.keys(frontMatterSchema.shape.contact.shape),
];

export interface FrontMatter {
  readonly meta: Meta;
  /** The title that the details give; missing where a stand-in is used. */
  readonly title?: string;
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
  const { value = {}, places = new Map() } = readDetails(inner, file, add) ?? {};
  const meta = { ...mended(value, standIn(file, body)), places };
  const hasTitle = frontMatterSchema.shape.title.safeParse(value.title).success;
  return { meta, ...(hasTitle && { title: meta.title }), findings, body };
}

type Add = (message: string, fix: string, at: Position) => void;

interface Details {
  readonly value: Plain;
  readonly places: ReadonlyMap<string, Position>;
}

/** The details as plain data, with a finding for each fault; undefined where they cannot be read at all. */
function readDetails(inner: string, file: string, add: Add): Details | undefined {
  const top = { file, line: 1, column: 1 };
  const counter = new LineCounter();
  const place = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { file, line: line + 1, column: col };
  };
  let yaml: YamlDocument;
  let value: unknown;
  let lost = false;
  try {
    const mended = mendDetails(inner, detailNames);
    for (const { line, message, fix } of mended.slips) add(message, fix, { file, line: line + 2, column: 1 });
    lost = mended.lost;
    yaml = parseDocument(mended.text, { schema: 'failsafe', lineCounter: counter, uniqueKeys: true });
    // Aliases are refused: they let a few lines stand for gigabytes.
    value = yaml.toJS({ maxAliasCount: 0 });
    if (lost && !isPlain(value)) value = {};
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
  for (const { pos } of yaml.warnings) {
    add(
      'This line of the details at the top has a mark that cannot be read.',
      'Write each detail on a line of its own as "name: value", with quotes around the value.',
      place(pos[0]),
    );
  }
  tellIssues(value, lost, (path) => placeOf(yaml, path, place) ?? top, add);
  if (!isPlain(value)) return undefined;
  const paths = [Object.keys(value), ...partsOf(value)].flat();
  const places = new Map<string, Position>();
  for (const path of paths) {
    const at = placeOf(yaml, path.split('.'), place);
    if (at !== undefined) places.set(path, at);
  }
  return { value, places };
}

/** Paths of the parts of details that have parts. */
function partsOf(value: Plain): string[][] {
  return Object.entries(value).map(([name, parts]) => {
    if (Array.isArray(parts)) return parts.map((_, index) => `${name}.${index}`);
    return isPlain(parts) ? Object.keys(parts).map((part) => `${name}.${part}`) : [];
  });
}

function tellIssues(
  value: unknown,
  lost: boolean,
  placeAt: (path: readonly string[]) => Position,
  add: Add,
): void {
  const unread: string[] = [];
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
    if (found === undefined && lost && path.length === 1) {
      unread.push(path[0]!);
    } else if (found === undefined) {
      add(
        `The detail "${path.join('.')}" is missing.${standsIn(path)}`,
        `Add a line "${path.at(-1)}: …" at the top of the report.`,
        placeAt(path),
      );
    } else {
      const told = typeof found === 'string' ? ` ("${found.slice(0, 60)}")` : '';
      add(
        `${path.length > 0 ? `The detail "${path.join('.')}"` : 'What stands at the top'}${told} is wrong: ${plainMessage(issue)}.${standsIn(path)}`,
        'Compare it with docs/writing.md, part 1.',
        placeAt(path),
      );
    }
  }
  if (unread.length > 0) {
    add(
      `These details are missing in all formats, as they could not be read: ${unread.join(', ')}.`,
      'Mend the lines that cannot be read.',
      placeAt([]),
    );
  }
}

/** The library's own words for a wrong kind of value are no help to a person who writes. */
function plainMessage(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_union') return 'write it in quotes, or several as a list';
  if (issue.code !== 'invalid_type') return issue.message;
  if (issue.expected === 'object')
    return 'write its parts below it, each on a line of its own as "name: value"';
  if (issue.expected === 'array')
    return 'write it as a list, with each point on a line of its own behind a hyphen';
  return 'write words behind it on one line, in quotes';
}

/** What readers see of a detail that is missing or wrong. */
function standsIn(path: readonly string[]): string {
  const [name = '', ...deeper] = path;
  const notStated = deeper.length === 0 && ['organisation', 'date', 'version'].includes(name);
  return notStated ? ' The formats will say: Not stated, until it is right.' : '';
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
