import { z } from 'zod';
import { Failure } from '../kernel/failure.ts';
import type { Finding } from '../kernel/finding.ts';

const report = z.object({
  checker: z.object({
    filename: z.string(),
    nFatal: z.number(),
    nError: z.number(),
    nWarning: z.number(),
  }),
  publication: z.object({ ePubVersion: z.string().nullish() }),
  messages: z.array(
    z.object({
      ID: z.string(),
      severity: z.string(),
      message: z.string(),
      additionalLocations: z.number(),
      locations: z.array(z.object({ path: z.string(), line: z.number(), column: z.number() })),
      suggestion: z.string().nullish(),
    }),
  ),
});

type Message = z.infer<typeof report>['messages'][number];

/** What makes a finding; it also tells of things that are allowed. */
const severities: Readonly<Record<string, Finding['severity']>> = {
  FATAL: 'error',
  ERROR: 'error',
  WARNING: 'warning',
};

/** The findings in EPUBCheck's report (JSON) on the book `name`. @throws Failure `tool-failed` where it is no verdict on it */
export function epubCheckFindings(text: string, name: string): readonly Finding[] {
  const { checker, messages, publication } = parse(text);
  if (checker.filename !== name)
    throw new Failure('tool-failed', `EPUBCheck checked ${checker.filename} instead of ${name}.`);
  const findings = messages.flatMap((message): Finding[] => {
    const severity = severities[message.severity];
    return severity === undefined ? [] : [finding(message, severity)];
  });
  const counted = checker.nFatal + checker.nError + checker.nWarning;
  if (counted > 0 && findings.length === 0)
    throw new Failure('tool-failed', `EPUBCheck found ${counted} faults and named none.`);
  if (findings.length === 0 && !publication.ePubVersion)
    throw new Failure('tool-failed', `EPUBCheck passed ${name} without knowing its version of EPUB.`);
  return findings;
}

function finding(message: Message, severity: Finding['severity']): Finding {
  const [first] = message.locations;
  const place = first === undefined || first.line < 0 ? '' : `, line ${first.line}, column ${first.column}`;
  const where = first === undefined ? '' : ` (${first.path}${place})`;
  const places = message.locations.length + message.additionalLocations;
  const more = places > 1 ? ` It is so in ${places} places.` : '';
  return {
    rule: `epubcheck/${message.ID.toLowerCase()}`,
    severity,
    message: `${message.message}${where}${more}`,
    fix: message.suggestion || 'The e-book writer has to write valid EPUB. Please report it.',
  };
}

function parse(text: string): z.infer<typeof report> {
  try {
    return report.parse(JSON.parse(text));
  } catch {
    throw new Failure('tool-failed', 'The report of EPUBCheck is not in the form that is expected.');
  }
}
