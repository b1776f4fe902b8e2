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
  /** Its headings, each with the place in its web page to which it leads. */
  readonly parts?: readonly { readonly text: string; readonly href: string }[];
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
  /** Who checked it, and on which day (ISO 8601). */
  readonly checked?: { readonly by: string; readonly on: string };
  readonly findings: FindingCounts;
}
