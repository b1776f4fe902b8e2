import type { ZodType } from 'zod';
import type { ReadBack } from '../document/passage.ts';
import type { Document } from '../document/tree.ts';
import type { DeclaredChange } from '../kernel/change.ts';
import type { Finding } from '../kernel/finding.ts';
import type { Output } from '../kernel/output.ts';

/** What a format cannot carry at all, known before any document is written. */
export interface Loss {
  readonly what: string;
  readonly reason: string;
}

export interface Written {
  readonly outputs: readonly Output[];
  /** Words that the writer itself adds to the body (the plan declares its own). */
  readonly changes: readonly DeclaredChange[];
  readonly findings: readonly Finding[];
  readonly pages?: number;
}

/** A format: one folder, one writer, one read-back by another library, one line in the registry. */
export interface Format<Options> {
  readonly id: string;
  readonly title: string;
  /** File ending without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  readonly options: ZodType<Options>;
  readonly loses: readonly Loss[];
  /** Pure: reads no clock, network or environment, so that the same document gives the same bytes. */
  write(document: Document, options: Options): Promise<Written>;
  /** Starts from the bytes alone. */
  readBack(outputs: readonly Output[]): Promise<ReadBack>;
  /** What the bytes depend on beside document, options and code, such as the version of a program: an output is made anew when it changes. */
  stamp?(options: Options): Promise<string>;
  /** Measures the finished bytes against the options: what a validator does not see. */
  check?(outputs: readonly Output[], options: Options): Promise<readonly Finding[]>;
}
