import { parse } from 'yaml';
import { z } from 'zod';
import { Failure } from '../../kernel/failure.ts';
import type { Finding } from '../../kernel/finding.ts';

const text = z.string().trim().min(1);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write a day such as 2026-11-23, in quotes');

/** What a statement needs to know beside the results of a check: the file `statement.yaml`. */
export const detailsSchema = z.strictObject({
  organisation: text.describe('Full name of the body that publishes.'),
  about: text.describe('What the statement is about, such as "the website www.example.org".'),
  address: z.url().describe('Where that is.'),
  kind: z.enum(['website', 'websites', 'mobile application', 'mobile applications']).default('website'),
  country: z
    .enum(['GB', 'NI'])
    .default('GB')
    .describe('NI: Northern Ireland, which has another enforcement body.'),
  scope: text.describe('What the statement covers, in a sentence: it has to be the entire website.'),
  prepared: day.describe('When the statement was first written.'),
  reviewed: day.describe('When it was last reviewed.'),
  linkedFrom: z.enum(['every page', 'home page']).describe('Where the website links to the statement.'),
  email: z.email().exactOptional(),
  form: z.url().exactOptional().describe('Address of a form for people who report a problem.'),
  telephone: z.array(text).default([]),
  textRelay: text.exactOptional(),
  post: z.array(text).default([]),
  replyWithin: text.describe('How long an answer takes, such as "5 working days".'),
  checkedByPeople: z
    .strictObject({ who: text, on: day, how: text })
    .exactOptional()
    .describe('Only when people, too, have checked it can it be called fully compliant.'),
  fixBy: z.record(z.string(), day).default({}).describe('By rule, and "default" for all others.'),
  disproportionateBurden: z
    .array(z.strictObject({ content: text, reason: text, assessment: text }))
    .default([])
    .describe('Content, why, and when the assessment was made and where it can be read.'),
  outOfScope: z.array(z.strictObject({ content: text, reason: text })).default([]),
  formats: z
    .record(z.string(), text)
    .default({})
    .describe('By profile, how long each format takes; "default" for all others.'),
  otherFormats: z
    .array(z.strictObject({ title: text, time: text }))
    .default([])
    .describe('What else people can ask for, such as British Sign Language.'),
  complaints: text.exactOptional().describe('How to complain, such as the address of the PALS.'),
});

export type StatementDetails = Readonly<z.infer<typeof detailsSchema>>;

export interface DetailsReading {
  readonly details?: StatementDetails;
  readonly findings: readonly Finding[];
}

/** Reads statement.yaml. Each thing that is missing or wrong is a finding with its line. @throws Failure `file-not-text` */
export function readDetails(source: string, file: string): DetailsReading {
  let data: unknown;
  try {
    data = parse(source);
  } catch (error) {
    throw new Failure('file-not-text', `${file} is not YAML: ${(error as Error).message.split('\n')[0]}`);
  }
  const result = detailsSchema.safeParse(data ?? {});
  const findings: Finding[] = [];
  if (!result.success) {
    for (const { path, message } of result.error.issues) {
      const name = path.join('.') || 'The file';
      findings.push(
        detailFinding(
          `"${name}": ${message.replace(/\.$/, '')}.`,
          lineOf(source, String(path[0] ?? '')),
          file,
        ),
      );
    }
    return { findings };
  }
  const { email, form, prepared, reviewed } = result.data;
  if (email === undefined && form === undefined)
    findings.push(
      detailFinding(
        'There is no email address and no form: a telephone alone shuts deaf people out.',
        1,
        file,
      ),
    );
  if (reviewed < prepared)
    findings.push(detailFinding('"reviewed" is before "prepared".', lineOf(source, 'reviewed'), file));
  return { details: result.data, findings };
}

function lineOf(source: string, name: string): number {
  const line = source.split('\n').findIndex((one) => one.startsWith(`${name}:`));
  return line < 0 ? 1 : line + 1;
}

function detailFinding(message: string, line: number, file: string): Finding {
  return {
    rule: 'statement/details',
    severity: 'error',
    message,
    fix: 'Write it in the file: docs/statement.md shows every detail.',
    at: { file, line, column: 1 },
  };
}
