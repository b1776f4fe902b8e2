import { escapeXml } from '../escape-xml.ts';
import { ownPage } from '../own-page.ts';

/** Words with links among them. */
export type Rich = readonly (string | { readonly words: string; readonly address: string })[];

/** What a statement is made of, so that its page and its Markdown say the same. */
export type Part =
  | { readonly type: 'heading'; readonly level: 2 | 3; readonly words: string }
  | { readonly type: 'text'; readonly rich: Rich }
  | { readonly type: 'list'; readonly items: readonly Rich[] };

export interface StatementText {
  readonly title: string;
  readonly parts: readonly Part[];
}

export function heading(words: string, level: 2 | 3 = 2): Part {
  return { type: 'heading', level, words };
}

export function text(...rich: Rich): Part {
  return { type: 'text', rich };
}

/** Nothing where there are no items. */
export function list(items: readonly Rich[]): readonly Part[] {
  return items.length === 0 ? [] : [{ type: 'list', items }];
}

/** One page without script, in British English. */
export function statementPage({ title, parts }: StatementText, version: string): string {
  const rich = (words: Rich) =>
    words
      .map((one) =>
        typeof one === 'string'
          ? escapeXml(one)
          : `<a href="${escapeXml(one.address)}">${escapeXml(one.words)}</a>`,
      )
      .join('');
  const lines = parts.flatMap((part) => {
    switch (part.type) {
      case 'heading':
        return [`<h${part.level}>${escapeXml(part.words)}</h${part.level}>`];
      case 'text':
        return [`<p>${rich(part.rich)}</p>`];
      case 'list':
        return ['<ul>', ...part.items.map((item) => `<li>${rich(item)}</li>`), '</ul>'];
      default:
        return part satisfies never;
    }
  });
  return ownPage(title, lines, version);
}

/** The same in Markdown, for the team's own website. */
export function statementMarkdown({ title, parts }: StatementText): string {
  const plain = (words: string) => words.replace(/[\\`*_[\]<>#|]/g, '\\$&').replace(/\s+/g, ' ');
  const rich = (words: Rich) =>
    words
      .map((one) => (typeof one === 'string' ? plain(one) : `[${plain(one.words)}](<${one.address}>)`))
      .join('');
  const lines = [`# ${plain(title)}`, ''];
  for (const part of parts) {
    if (part.type === 'heading') lines.push(`${'#'.repeat(part.level)} ${plain(part.words)}`, '');
    else if (part.type === 'text') lines.push(rich(part.rich), '');
    else lines.push(...part.items.map((item) => `- ${rich(item)}`), '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}
