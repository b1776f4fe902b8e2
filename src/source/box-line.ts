import { boxNames, isBoxName } from './box-names.ts';
import { parseMarkdown } from './markdown.ts';

export interface BoxLine {
  readonly name: string;
  /** How many colons it opens with. */
  readonly colons: number;
}

export interface MendedBoxLine {
  /** The line as Markdown reads it. */
  readonly text: string;
  /** The box that it opens; missing where the line stays text. */
  readonly box?: BoxLine;
  /** What is wrong with the line, in a sentence, where it had to be guessed. */
  readonly problem?: string;
  readonly fix?: string;
}

const parts = /^(:{2,})[ \t]*([a-z](?:[\w-]*\w)?)[ \t]*(.*)$/i;

/** The first line of a box, `:::name[words]{details}`, with its small slips mended. */
export function mendBoxLine(line: string): MendedBoxLine {
  const [, marks = '', written = '', rest = ''] = parts.exec(line.trimEnd()) ?? [];
  const name = isBoxName(written.toLowerCase()) ? written.toLowerCase() : written;
  const box = { name, colons: marks.length };
  const tail = straightQuotes(rest, true);
  const text = `${marks}${name}${tail}`;
  if (/^(?:$|[[{])/.test(tail) && isBoxLine(text) && !hasLooseWords(name, text)) return { text, box };
  const shown = line.trim().slice(0, 200);
  if (!isBoxName(name) && !/^[[{]/.test(tail)) {
    return {
      text: line,
      problem: `The line "${shown}" starts with colons, but is not the first line of a box. It is shown as it is.`,
      fix: 'Delete the colons, or write the name of a box behind them: docs/writing.md, part 8.',
    };
  }
  const label = /^\[[^[\]]*\]/.exec(rest)?.[0] ?? '';
  const details = rest.slice(label.length).trim();
  const words = details.startsWith('{') || label !== '' ? '' : fromWords(details);
  const guessed = `${marks}${name}${label || words}${words ? '' : fromDetails(details)}`;
  const good = isBoxLine(guessed) ? guessed : `${marks}${name}`;
  return {
    text: good,
    box,
    problem: `The first line of this box cannot be read: "${shown}". It is taken as "${good.slice(0, 200)}".`,
    fix: `Write the details in braces right behind the name, each in straight quotes, such as :::${isBoxName(name) ? name : 'note'}{${example[name] ?? 'title="…"'}}.`,
  };
}

const example: Readonly<Record<string, string>> = {
  table: 'caption="…"',
  figure: 'src="…" alt="…"',
  lang: 'lang="cy"',
  'easy-read': 'covers="…"',
  'left-out': 'section="…" why="…"',
};

function isBoxLine(line: string): boolean {
  const [only, ...others] = parseMarkdown(line).children;
  return others.length === 0 && (only?.type === 'containerDirective' || only?.type === 'leafDirective');
}

/** `{title=Our grades}` is read as a title "Our" and a detail "grades" that no box has. */
function hasLooseWords(name: string, line: string): boolean {
  const [box] = parseMarkdown(line).children;
  if (!isBoxName(name) || (box?.type !== 'containerDirective' && box?.type !== 'leafDirective')) return false;
  const details: readonly string[] = boxNames[name];
  return (
    /=[ \t]*[^"'\s]/.test(line) &&
    Object.entries(box.attributes ?? {}).some(([key, value]) => !value && !details.includes(key))
  );
}

/** `:::note About the grades` was meant as a title. */
function fromWords(words: string): string {
  return words !== '' && !/[[\]{}]/.test(words) ? `[${words}]` : '';
}

/** The details that can be made out between broken braces or quotes. */
function fromDetails(details: string): string {
  const inner = details.replace(/^[^{]*\{/, '').replace(/\}[^}]*$/, '');
  const found = inner.split(/[ \t]+(?=[a-z-]+[ \t]*=|#[\w-]+(?:[ \t]|$))/i).flatMap((part) => {
    const id = /^[ \t]*(#[\w-]+)/.exec(part)?.[1];
    if (id) return [id];
    const pair = /^[ \t]*([a-z-]+)[ \t]*=[ \t]*(.*)$/i.exec(part);
    if (pair === null) return [];
    const value = pair[2]!.trim().replace(/^["'“”„‟‘’‚]|["'“”„‟‘’]$/g, '');
    return [`${pair[1]}="${value.replaceAll('"', '&quot;')}"`];
  });
  return found.length > 0 ? `{${found.join(' ')}}` : '';
}

/** Looking for quotes can take time with the square of the length. */
const maxLine = 20_000;

const marksBefore = /(:[a-z][\w-]{0,60}(?:\[[^\][]{0,500}\])?)(\{[^{}]{0,2000}\})/gi;
const curly = /=[ \t]*(?:[“”„‟‘’‚]|"[^"]*[“”„‟])/;

/** Details in braces with the quotes that word processors make, as with straight ones. Other text stays as it is. */
export function straightQuotes(line: string, isDetails = false): string {
  if (line.length > maxLine || !curly.test(line)) return line;
  return isDetails
    ? straightDetails(line)
    : line.replace(marksBefore, (_, before: string, details: string) => before + straightDetails(details));
}

const double =
  /(=[ \t]*)(?:[“”„‟]([^"“”„‟]*(?:["“”„‟](?![ \t}]|$)[^"“”„‟]*)*)["“”„‟]|"([^"“”„‟]*)[“”„‟](?=[ \t]*(?:\}|[a-z-]+[ \t]*=)))/gi;
const single = /(=[ \t]*)[‘’‚]([^‘’']*(?:[‘’'](?![ \t}]|$)[^‘’']*)*)[‘’']/g;

function straightDetails(details: string): string {
  const quoted = (_: string, equals: string, one?: string, other?: string) =>
    `${equals}"${(one ?? other ?? '').replaceAll('"', '&quot;')}"`;
  return details
    .replace(double, quoted)
    .replace(single, (_, equals: string, value: string) => quoted(_, equals, value));
}
