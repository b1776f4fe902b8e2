import type { ChartLabel } from './chart-labels.ts';

/** The same for labels that look and say the same. */
export function wordsOf({ lines, anchor }: ChartLabel): string {
  return `${anchor}\0${lines.map(({ text }) => text).join('\0')}`;
}

/** Lines that look the same are one line, which is broken elsewhere. */
export function joined(lines: ChartLabel['lines']): ChartLabel['lines'] {
  const out: ChartLabel['lines'][number][] = [];
  for (const line of lines) {
    const last = out.at(-1);
    const isSame = last && last.size === line.size && last.bold === line.bold && last.colour === line.colour;
    if (isSame) out[out.length - 1] = { ...last, text: `${last.text} ${line.text}` };
    else out.push(line);
  }
  return out;
}

/** Words on lines of at most `most`, in multiples of the size; a word that is longer has a line of its own. */
export function broken(line: string, most: number, measure: (text: string) => number): readonly string[] {
  const out: string[] = [];
  for (const word of line.split(' ')) {
    const last = out.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= most) out[out.length - 1] = `${last} ${word}`;
    else out.push(word);
  }
  return out;
}
