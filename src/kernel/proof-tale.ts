import type { ProofCount } from './check-report.ts';
import type { Finding } from './finding.ts';

/** A source and one of its outputs side by side, passage by passage, as the proof compared them. */
export interface ProofTale {
  readonly title: string;
  readonly source: string;
  readonly output: string;
  readonly counts: readonly ProofCount[];
  readonly findings: readonly Finding[];
  readonly changes: readonly { readonly text: string; readonly reason: string }[];
  readonly rows: readonly TaleRow[];
}

/** A passage of the source beside what it became; one side is missing where it was lost or added. */
export interface TaleRow {
  readonly source?: TaleSide;
  readonly output?: TaleSide;
  /** Line of the source. */
  readonly line?: number;
  /** What is wrong beside the words, in a sentence. */
  readonly wrong?: string;
}

export interface TaleSide {
  readonly role: string;
  readonly parts: readonly TalePart[];
}

export interface TalePart {
  readonly text: string;
  readonly state: 'same' | 'lost' | 'added' | 'declared';
}

/** Whether the sides of a row differ in a way that nobody declared. */
export function differs({ source, output, wrong }: TaleRow): boolean {
  const bad = (side: TaleSide | undefined) =>
    side?.parts.some(({ state }) => state === 'lost' || state === 'added') ?? false;
  return wrong !== undefined || bad(source) || bad(output);
}
