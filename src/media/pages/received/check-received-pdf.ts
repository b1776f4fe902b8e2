import { PDFDocument } from 'pdf-lib';
import type { Finding, OutputPlace } from '../../../kernel/finding.ts';
import type { Edges } from '../reading/visible-text.ts';
import { readReceivedPdf } from './received-pdf.ts';
import { type ReceivedFault, type ReceivedRule, receivedRules } from './received-rules.ts';

export interface ReceivedPdfChecked {
  readonly findings: readonly Finding[];
  /** Why the rules could not look at all of it. */
  readonly missed?: string;
}

/** Pages, and words, that a message names. */
const shown = 3;

/** What a person who gets this PDF cannot use, whichever program made it: one finding for each rule that it breaks. */
export async function checkReceivedPdf(bytes: Uint8Array): Promise<ReceivedPdfChecked> {
  const lock = lockOf(bytes);
  if (lock !== undefined) {
    const missed = 'It is encrypted: only whether its settings let assistive technology in was looked at.';
    return { findings: lock.isClosed ? [locked] : [], missed };
  }
  try {
    const pdf = readReceivedPdf(
      await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true }),
    );
    return { findings: receivedRules.flatMap((rule) => findingOf(rule, [...rule.check(pdf)])) };
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    return { findings: [], missed: `Its parts cannot be read: ${why.slice(0, 200)}` };
  }
}

const locked: Finding = {
  rule: 'file/locked',
  severity: 'error',
  message:
    'The security settings keep assistive technology out: some screen readers may not read the words of the file.',
  fix: 'Allow "text access for screen reader devices" in the security settings, or take the protection away.',
  clauses: ['PDF/UA-1 7.16'],
};

/** Bits of the permissions (ISO 32000-1, table 22): copying (5) and, from revision 3, reading by assistive technology (10). */
const copying = 1 << 4;
const assisting = 1 << 9;

/** The encryption, which stands outside of what is encrypted; undefined where there is none. */
function lockOf(bytes: Uint8Array): { readonly isClosed: boolean } | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const reference = /\/Encrypt\s+(?:(\d+)\s+(\d+)\s+R|<<)/.exec(text);
  if (reference === null) return undefined;
  const [, number, generation] = reference;
  const start =
    number === undefined
      ? reference.index
      : text.search(new RegExp(`(?:^|[^0-9])${number}\\s+${generation}\\s+obj\\b`));
  const dictionary = start < 0 ? '' : text.slice(start, start + 4000).split('endobj')[0]!;
  const bits = Number(/\/P\s+(-?\d+)/.exec(dictionary)?.[1] ?? -1);
  const revision = Number(/\/R\s+(\d+)/.exec(dictionary)?.[1] ?? 3);
  return { isClosed: (bits & (revision < 3 ? copying : assisting)) === 0 };
}

function findingOf(rule: ReceivedRule, faults: readonly ReceivedFault[]): Finding[] {
  const [first] = faults;
  if (first === undefined) return [];
  const at = placeOf(faults);
  return [
    {
      rule: rule.id,
      severity: rule.severity,
      message: rule.say(faults.length, whereOf(faults)),
      fix: rule.fix,
      clauses: rule.clauses,
      ...(at !== undefined && { outputAt: at }),
    },
  ];
}

function placeOf(faults: readonly ReceivedFault[]): OutputPlace | undefined {
  const first = faults.find(({ page, box }) => page !== undefined && box !== undefined);
  if (first?.page === undefined || first.box === undefined) return undefined;
  const whole = (value: number, index: number) => (index < 2 ? Math.floor(value) : Math.ceil(value));
  const box = first.box.map(whole) as unknown as Edges;
  return { page: first.page, box };
}

/** ` (pages 2, 3 and 5 more: "Some words"; "Others")`. */
function whereOf(faults: readonly ReceivedFault[]): string {
  const pages = [...new Set(faults.flatMap(({ page }) => page ?? []))].sort((a, b) => a - b);
  const words = [...new Set(faults.flatMap(({ words: some }) => (some ? short(some) : [])))].slice(0, shown);
  const named = words.map((some) => `"${some}"`).join('; ');
  if (pages.length === 0) return named === '' ? '' : ` ${named}`;
  const rest = pages.length > shown ? ` and ${pages.length - shown} more` : '';
  const list = pages.slice(0, shown).join(', ');
  return ` (${pages.length === 1 ? 'page' : 'pages'} ${list}${rest}${named === '' ? '' : `: ${named}`})`;
}

function short(words: string): string {
  const one = words.replace(/\s+/g, ' ').trim();
  return one.length > 40 ? `${one.slice(0, 39)}…` : one;
}
