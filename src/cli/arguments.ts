import { parseArgs } from 'node:util';
import { Failure } from '../kernel/failure.ts';
import type { Severity } from '../kernel/finding.ts';
import { isReportKind, type ReportKind, reportKinds } from '../report/report-kinds.ts';

export interface Arguments {
  readonly command: string;
  readonly rest: readonly string[];
  readonly profiles: readonly string[];
  readonly out: string;
  readonly watch: boolean;
  readonly cache: boolean;
  readonly strict: boolean;
  readonly pictures: boolean;
  readonly json: boolean;
  readonly timings: boolean;
  readonly failOn: Severity | 'never';
  /** Reports to write, each with its file. */
  readonly reports: readonly { readonly kind: ReportKind; readonly file: string }[];
  readonly baseline?: string;
  /** The details of a statement, the results that it is made from, and the day for which it must be true. */
  readonly details?: string;
  readonly results?: string;
  readonly date?: string;
  readonly writeBaseline: boolean;
  /** draft: the record of facts alone. */
  readonly record: boolean;
  /** translate: the language, the kind of file, and whether only what is not translated is wanted. */
  readonly to?: string;
  readonly format: string;
  readonly changed: boolean;
  /** Addresses of web pages to check as they are. */
  readonly urls: readonly string[];
  /** Whether links to other pages of the same sites are followed, and the most pages to open. */
  readonly follow: boolean;
  readonly limit: number;
  /** check: whether the links of the reports to other sites are asked, also those to this machine and private networks. */
  readonly followLinks: boolean;
  readonly allowPrivate: boolean;
  /** draft: the list of what is open alone. */
  readonly toDo: boolean;
  /** draft: a team's own program that writes sentences. */
  readonly simplifier?: string;
  /** Screen readers that are to read the pages. */
  readonly with: readonly string[];
  readonly withOrca: boolean;
  /** Folder for transcripts, when it is given. */
  readonly transcripts?: string;
}

/** Pages of an audit where nothing else is said. */
const usualLimit = 50;

/** Reads the command line; `help` and `version` are commands too. @throws Failure `usage` */
export function readArguments(words: readonly string[], ci: boolean): Arguments {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(words);
  } catch (error) {
    throw new Failure('usage', (error as Error).message.split('. ')[0]!.replace(/\.?$/, '.'));
  }
  const { values, positionals } = parsed;
  const [command = 'help', ...rest] = positionals;
  const failOn = values['fail-on'] ?? 'error';
  if (failOn !== 'error' && failOn !== 'warning' && failOn !== 'person' && failOn !== 'never') {
    throw new Failure('usage', `"${failOn}" is not a level: use error, warning, person or never.`);
  }
  return {
    command: values.help ? 'help' : values.version ? 'version' : command,
    rest,
    profiles: values.profile ?? [],
    out: values.out ?? 'outputs',
    watch: values.watch ?? false,
    cache: !(values['no-cache'] ?? false),
    strict: values.strict ?? ci,
    pictures: values.pictures ?? false,
    json: values.json ?? false,
    timings: values.timings ?? false,
    failOn,
    reports: (values.report ?? []).map(reportOf),
    ...(values.baseline !== undefined && { baseline: values.baseline }),
    ...(values.details !== undefined && { details: values.details }),
    ...(values.results !== undefined && { results: values.results }),
    ...(values.date !== undefined && { date: values.date }),
    writeBaseline: values['write-baseline'] ?? false,
    urls: values.url ?? [],
    follow: values.follow ?? false,
    limit: limitOf(values.limit),
    followLinks: values['follow-links'] ?? false,
    allowPrivate: values['allow-private'] ?? false,
    record: values.record ?? false,
    toDo: values['to-do'] ?? false,
    ...(values.simplifier !== undefined && { simplifier: values.simplifier }),
    with: values.with ?? [],
    withOrca: values['with-orca'] ?? false,
    ...(values.out !== undefined && { transcripts: values.out }),
    ...(values.to !== undefined && { to: values.to }),
    format: values.format ?? 'xliff',
    changed: values.changed ?? false,
  };
}

function limitOf(word: string | undefined): number {
  if (word === undefined) return usualLimit;
  if (/^[1-9]\d{0,4}$/.test(word)) return Number(word);
  throw new Failure('usage', `"${word}" is not a number of pages.`);
}

function reportOf(word: string): Arguments['reports'][number] {
  const [kind = '', ...file] = word.split('=');
  if (isReportKind(kind) && file.join('=') !== '') return { kind, file: file.join('=') };
  const kinds = reportKinds.join(', ');
  throw new Failure('usage', `"${word}" is not a report: write KIND=FILE, with one of ${kinds}.`);
}

function parse(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      profile: { type: 'string', multiple: true, short: 'p' },
      out: { type: 'string', short: 'o' },
      watch: { type: 'boolean' },
      'no-cache': { type: 'boolean' },
      'fail-on': { type: 'string' },
      strict: { type: 'boolean' },
      pictures: { type: 'boolean' },
      json: { type: 'boolean' },
      timings: { type: 'boolean' },
      report: { type: 'string', multiple: true },
      baseline: { type: 'string' },
      details: { type: 'string' },
      results: { type: 'string' },
      date: { type: 'string' },
      'write-baseline': { type: 'boolean' },
      url: { type: 'string', multiple: true },
      follow: { type: 'boolean' },
      limit: { type: 'string' },
      'follow-links': { type: 'boolean' },
      'allow-private': { type: 'boolean' },
      record: { type: 'boolean' },
      'to-do': { type: 'boolean' },
      simplifier: { type: 'string' },
      with: { type: 'string', multiple: true },
      'with-orca': { type: 'boolean' },
      to: { type: 'string' },
      format: { type: 'string' },
      changed: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
    },
  });
}
