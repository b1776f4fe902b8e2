import { wrap } from '../../media/lines/wrap.ts';
import { codeLines, signs } from './characters.ts';
import type { Grammar } from './grammar.ts';
import type { Printed } from './item-lines.ts';
import type { PlainTextOptions } from './options.ts';

/** Columns of one step of indentation. */
const step = 2;

/** Collects the finished lines of a text: indentation, empty lines, line breaks of the chosen kind. */
export class LinesOut {
  readonly #options: PlainTextOptions;
  readonly #grammar: Grammar;
  readonly #lines: string[] = [];

  constructor(options: PlainTextOptions, grammar: Grammar) {
    this.#options = options;
    this.#grammar = grammar;
  }

  /** `gap`: how many empty lines part it from what is above. Lines that are broken for good always have one. */
  add(printed: Printed, steps: number, gap: 0 | 1 | 2): void {
    if (printed === undefined) return;
    const { width, flowed } = this.#options;
    const hard = width > 0 && !flowed;
    if (this.#lines.length > 0)
      for (let left = hard ? Math.max(gap, 1) : gap; left > 0; left--) this.#lines.push('');
    if ('code' in printed) this.#addCode(printed.code, steps);
    else this.#addText(printed.text, steps * step, printed.hanging ? step : 0, hard);
  }

  #addText(text: string, indent: number, hang: number, hard: boolean): void {
    const { width, flowed } = this.#options;
    text.split(signs.newLine).forEach((part, index) => {
      const isMark = hard && index > 0 && hang === 0 && part.startsWith(`[${this.#grammar.marks.records}: `);
      if (isMark) this.#lines.push('');
      const start = index === 0 ? indent : indent + hang;
      const rest = hard ? indent + hang : 0;
      // One column is left for the space of a soft break, one for the space that protects the start of a line.
      const wrapped = wrap(part, { width: flowed ? width - 2 : width, first: start, rest });
      wrapped.forEach((line, at) => {
        const margin = ' '.repeat(at === 0 ? start : rest);
        const soft = flowed && at < wrapped.length - 1 ? ' ' : '';
        this.#push(margin + line.replaceAll(signs.hold, ' ') + soft);
      });
    });
  }

  #addCode(code: string, steps: number): void {
    const margin = ' '.repeat(steps * step);
    const { marks, reading } = this.#grammar;
    this.#push(`${margin}[${marks.code}]`);
    for (const line of codeLines(code))
      this.#push((margin + (reading.codeEnd.test(line) ? `\\${line}` : line)).trimEnd());
    this.#push(`${margin}[${marks.codeEnd}]`);
  }

  /** RFC 3676, 4.4: a mail program must not take the start of a line for a quotation, and keeps its spaces. */
  #push(line: string): void {
    this.#lines.push(this.#options.flowed && /^(?: |>|From )/.test(line) ? ` ${line}` : line);
  }

  toBytes(): Uint8Array {
    const ending = this.#options.lineEnding === 'crlf' ? '\r\n' : '\n';
    return new TextEncoder().encode(this.#lines.join(ending) + ending);
  }
}
