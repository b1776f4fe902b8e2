import { type Token, wordsOfTokens } from './tokens.ts';
import { type Exported, type ExportHead, kindNames } from './write-xliff.ts';

/** GNU gettext PO: the id of each unit as its context, codes as `{1}`, `{/1}` and `{2/}`. The same units give the same bytes. */
export function writePo(head: ExportHead, units: readonly Exported[]): string {
  const header = [
    'msgid ""',
    'msgstr ""',
    quote('MIME-Version: 1.0\n'),
    quote('Content-Type: text/plain; charset=UTF-8\n'),
    quote('Content-Transfer-Encoding: 8bit\n'),
    quote(`Language: ${head.to}\n`),
    quote(`X-Source-Language: ${head.from}\n`),
  ].join('\n');
  const entries = units.map(({ unit, target }) => {
    const limit = unit.most === undefined ? '' : `, at most ${unit.most} characters`;
    return [
      `#. ${kindNames[unit.kind]}${limit}. Section: ${oneLine(unit.section)}`,
      `#: ${head.original.replace(/\s/g, '_')}${unit.at ? `:${unit.at.line}` : ''}`,
      `msgctxt ${quote(unit.id)}`,
      `msgid ${quote(withPlaceholders(unit.source.tokens))}`,
      `msgstr ${quote(target === undefined ? '' : withPlaceholders(target))}`,
    ].join('\n');
  });
  return `${[header, ...entries].join('\n\n')}\n`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

function withPlaceholders(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      switch (token.kind) {
        case 'text':
          return oneLine(token.value);
        case 'open':
          return `{${token.id}}`;
        case 'close':
          return `{/${token.id}}`;
        case 'alone':
          return `{${token.id}/}`;
        default:
          return token satisfies never;
      }
    })
    .join('');
}

function quote(text: string): string {
  return `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')}"`;
}

/** The words of a translation as one line. */
export function plainLine(tokens: readonly Token[]): string {
  return oneLine(wordsOfTokens(tokens)).trim();
}
