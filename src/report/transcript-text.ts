import type { HeardLine, HeardPage, HeardPart, HeardTable } from '../kernel/heard-page.ts';

/** A transcript to be read by people: words of the page as they are, what the screen reader adds in [square brackets]. */
export function transcriptText(page: HeardPage): string {
  const { title, language, headings, links, landmarks, tables, fields } = page;
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Continuous reading', page.lines.map(lineText)],
    [
      'Headings',
      headings.map(({ level, text }) => `${'  '.repeat(Math.max(0, level - 1))}${level} ${orNothing(text)}`),
    ],
    ['Landmarks', landmarks.map(({ role, name }) => (name === '' ? role : `${role}: ${name}`))],
    ['Links', links.map(({ text, target }) => `${orNothing(text)} -> ${target}`)],
    ['Tables, cell by cell', tables.flatMap(tableLines)],
    [
      'Form fields and buttons',
      fields.map(
        ({ role, name, state }) => `${orNothing(name)} (${[role, state].filter(Boolean).join(', ')})`,
      ),
    ],
  ];
  const lines = [
    `${title === '' ? '(no title)' : title}, web page${language === undefined ? '' : ` (${language})`}`,
  ];
  for (const [name, all] of sections) if (all.length > 0) lines.push('', name, '', ...all);
  return `${lines.join('\n')}\n`;
}

function orNothing(words: string): string {
  return words === '' ? '(no words)' : words;
}

/** One stop of continuous reading. */
function lineText({ parts }: HeardLine): string {
  let out = '';
  for (const part of parts) {
    if (part.by === 'reader') out += ` [${part.text}] `;
    else out += isApart(part) ? ` ${spoken(part)} ` : spoken(part);
  }
  return out.replace(/\s+/g, ' ').trim();
}

function isApart({ sign }: HeardPart): boolean {
  return sign === 'alt' || sign === 'name';
}

function spoken({ text, language }: HeardPart): string {
  return language === undefined ? text : ` [voice: ${language}] ${text} [voice: as before] `;
}

function tableLines({ name, rows, columns, isTold, cells }: HeardTable): string[] {
  const kind = isTold ? '' : ', not told as a table';
  return [
    `${name === '' ? 'Table without a name' : name}: ${rows} rows, ${columns} columns${kind}`,
    ...cells
      .filter(({ isHeader }) => !isHeader)
      .map(({ row, column, text, rowHeaders, columnHeaders }) => {
        const headers = [...rowHeaders, ...columnHeaders].join('; ');
        return `  row ${row}, column ${column}: ${headers === '' ? '(no headers)' : headers}: ${text === '' ? '(blank)' : text}`;
      }),
  ];
}

/** What another reader said, one utterance a line. */
export function saidText(said: readonly string[]): string {
  return `${said.map((one) => one.replace(/\s+/g, ' ').trim()).join('\n')}\n`;
}

interface Compared {
  readonly words: number;
  readonly same: number;
  readonly differences: readonly {
    readonly kind: 'lost' | 'added';
    readonly words: string;
    readonly reason?: string;
  }[];
}

/** Where another reader differs from the model: what is not explained first, the rest counted by its reason. */
export function comparisonText(reader: string, { words, same, differences }: Compared): string {
  const lines = [`Of ${words} words of the page ${reader} says ${same} in the same order.`];
  for (const { kind, words: told, reason } of differences) {
    if (reason !== undefined) continue;
    lines.push(`  ${kind === 'lost' ? 'Not said' : 'Said besides'}: ${told}`);
  }
  const known = new Map<string, number>();
  for (const { reason } of differences)
    if (reason !== undefined) known.set(reason, (known.get(reason) ?? 0) + 1);
  for (const [reason, count] of known) lines.push(`  Known, ${count}×: ${reason}`);
  return `${lines.join('\n')}\n`;
}
