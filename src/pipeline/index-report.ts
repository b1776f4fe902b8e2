import type { FindingCounts } from '../kernel/finding.ts';

export interface IndexReport {
  readonly id: string;
  readonly title: string;
  readonly organisation: string;
  /** ISO 8601. */
  readonly date: string;
  /** BCP 47. */
  readonly language: string;
  readonly outputs: readonly IndexOutput[];
}

export interface IndexOutput {
  readonly profile: string;
  /** Name of the format, such as "Large print, 20 point". */
  readonly title: string;
  /** Who it is for, in a sentence. */
  readonly description: string;
  /** Relative to the index page. */
  readonly href: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly pages?: number;
  readonly words: number;
  /** Recorded needs that it meets, in the words of the Accessible Information Standard. */
  readonly needs: readonly string[];
  /** Not yet checked by the people it is made for. */
  readonly draft: boolean;
  readonly findings: FindingCounts;
}
