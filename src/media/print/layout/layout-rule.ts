import type { Severity } from '../../../kernel/finding.ts';
import type { TextRun } from '../../pages/reading/page-text.ts';
import type { MeasuredDocument } from './measured-document.ts';

/** What a rule found: the sentence goes on after the words or the page that it is about. */
export interface LayoutFault {
  readonly page: number;
  readonly run?: TextRun;
  /** Words that the message names, where they are not those of the run. */
  readonly words?: string;
  readonly said: string;
}

/** A rule for large print that measures the finished file. Ids never change. */
export interface LayoutRule {
  readonly id: `pdf/${string}`;
  /** The number in the list of rules for large print. */
  readonly number: string;
  readonly title: string;
  /** The measure, in words. */
  readonly limit: string;
  readonly severity: Severity;
  /** Where the measure comes from. */
  readonly clauses: readonly string[];
  check(measured: MeasuredDocument): Iterable<LayoutFault>;
}
