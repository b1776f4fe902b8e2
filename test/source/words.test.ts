import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readingOf } from '../../src/document/passages.ts';
import { tokensOf, wordsOf } from '../../src/document/tokens.ts';
import { details, readText } from '../support/read-text.ts';

/** Gives a new word at each call. `aside` gives one whose place may change, such as in a footnote. */
interface Words {
  readonly next: () => string;
  readonly aside: () => string;
}

type Fragment = (words: Words) => string;

const fragments: Readonly<Record<string, Fragment>> = {
  paragraph: ({ next }) =>
    `${next()} **${next()} *${next()}*** ~~${next()}~~ \`${next()}\` ${next()}\\\n${next()}  \n${next()}`,
  emoji: ({ next }) => `${next()} 🎉👩‍👩‍👧 ${next()} &amp; ${next()}! \u202e${next()}\u202c`,
  punctuation: ({ next }) =>
    `${next()}: [${next()}] ${next()}* _${next()} ${next()}) :${next()} 10:30 ${next()} <${next()} a_${next()}`,
  heading: ({ next }) => `### ${next()} **${next()}**`,
  deepHeading: ({ next }) => `###### ${next()}`,
  title: ({ next }) => `# ${next()} #`,
  underlinedHeading: ({ next }) => `${next()}\n===`,
  emptyHeading: () => '##',
  list: ({ next }) =>
    `- ${next()}\n  - ${next()}\n\n    ${next()}\n    1. ${next()}\n- [x] ${next()}\n-\n- ${next()}`,
  numbers: ({ next }) => `7. ${next()}\n8. ${next()}\n   > ${next()}`,
  quote: ({ next }) => `> ${next()}\n>> ${next()}\n${next()}`,
  deep: ({ next }) => `${'> '.repeat(70)}${next()} [${next()}](https://example.org)`,
  deepMarks: ({ next }) => `${'*a '.repeat(30)}${next()}${'*'.repeat(30)} ${next()}`,
  link: ({ next }) =>
    `[${next()}](https://example.org "${next()}") <https://example.org> [${next()}]() [${next()}](#gone)`,
  unsafeLink: ({ next }) => `[${next()}](javascript:x) ${next()} [${next()}](../up.md)`,
  brokenReference: ({ next }) => `[${next()}][${next()}] ${next()}[^${next()}]`,
  footnote: ({ next, aside }) =>
    `${next()}[^n] ${next()}\n\n[^n]: ${aside()}\n\n    - ${aside()}\n\n${next()}`,
  unusedFootnote: ({ aside }) => `[^unused]: ${aside()} **${aside()}**\n\n${aside()}`,
  html: ({ next }) => `<div class="x">\n${next()} ${next()}\n</div>`,
  inlineHtml: ({ next }) => `${next()} <b>${next()}</b><br>${next()} <!-- hidden --> ${next()}`,
  comment: ({ next }) => `<!-- hidden --> ${next()} <!-- hidden -->`,
  code: ({ next, aside }) => `\`\`\`js ${aside()}\n${next()} <b>\n\`\`\``,
  indentedCode: ({ next }) => `    ${next()}\n    ${next()}`,
  grid: ({ next }) =>
    `| ${next()} | |\n| --- | :-: |\n| ${next()} | ${next()} | ${next()} |\n| ${next()} |\n| | ${next()} \\| ${next()} |`,
  captionedGrid: ({ next }) =>
    `:::table[${next()}]\n| ${next()} | ${next()} |\n| --- | --- |\n| ${next()} | ${next()} |\n\n${next()}\n:::`,
  records: ({ next }) =>
    `:::table{caption="${next()} ${next()}" columns="First | Second | Third"}\n**${next()}**\n\n- ${next()}\n  - Second: ${next()}\n  - Third:\n    - ${next()}\n    - ${next()}\n- ${next()}\n\n> ${next()}\n\n${next()}\n:::`,
  looseRecords: ({ aside }) =>
    `:::table{caption="c" columns="First | Second"}\n- ${aside()}\n\n  ${aside()}\n  - Second: ${aside()}\n  - Other: ${aside()}\n  - ${aside()}\n  - Second: ${aside()}\n\n  ${aside()}\n:::`,
  figure: ({ next }) =>
    `:::figure{#f src="ok.svg" caption="${next()}" alt="${next()} ${next()}"}\n${next()}\n\n- ${next()}\n:::`,
  labelledFigure: ({ next, aside }) => `:::figure[${aside()}]{src="gone.svg"}\n${next()}\n:::`,
  picture: ({ next, aside }) =>
    `![${next()}](gone.svg)\n\n${next()} ![${next()}](ok.svg "${aside()}") ${next()}`,
  box: ({ next }) => `:::note{title="${next()}"}\n${next()}\n\n- ${next()}\n:::`,
  labelledBox: ({ next }) =>
    `::::key-facts[${next()} **${next()}**]\n:::contact[${next()}]\n${next()}\n:::\n::::`,
  twiceNamedBox: ({ next, aside }) =>
    `:::note[${aside()}]{title="${next()}" colour="${aside()}"}\n${next()}\n:::`,
  unknownBox: ({ next, aside }) => `:::warning[${next()}]{title="${aside()}"}\n${next()}\n\n${next()}\n:::`,
  leafBoxes: ({ next, aside }) =>
    `::note[${next()}]{title="${aside()}"}\n\n::warning[${next()}]{.${aside()}}\n\n::page-break[${next()}]`,
  pageBreak: ({ next }) => `:::page-break\n${next()}\n:::`,
  unknownMark: ({ next }) =>
    `${next()} :foo[${next()} **${next()}**]{x="${next()}"} :lang[${next()}] :lang[${next()}]{lang="cy"}`,
  language: ({ next }) => `:::lang[${next()}]{lang="ar"}\n${next()}\n:::\n\n:::lang\n${next()}\n:::`,
  glossary: ({ next }) =>
    `:::glossary\n${next()}\n\n- ${next()}: ${next()} *${next()}*\n\n  ${next()}\n  - ${next()}\n- ${next()} ${next()}\n\n| ${next()} |\n| --- |\n| ${next()} |\n:::`,
  abbreviations: ({ next }) => `:::abbreviations[${next()}]\n- ${next()}: ${next()}\n:::`,
  misplaced: ({ next, aside }) =>
    `::::note\n:::left-out[${next()}]{section="x" why="${aside()}"}\n${next()}\n:::\n::::`,
  unclosedBox: ({ next }) => `:::contact\n${next()}`,
  forgottenBox: ({ next }) =>
    `:::key-facts\n- ${next()}\n## ${next()}\n${next()}\n:::note\n${next()}\n:::::contact[${next()}]\n${next()}\n:::::`,
  forgottenInBox: ({ next }) => `::::note\n:::contact\n${next()}\n::::\n${next()}\n::::note\n${next()}\n:::`,
  brokenBoxLine: ({ next, aside }) =>
    `:::note{title="${next()} ${next()}}\n${next()}\n:::\n\n::: ${aside()} ${aside()} ${aside()}\n\n:::contact ${next()}\n${next()}\n::`,
  curlyBoxLine: ({ next }) => `::: note {title=“${next()} “${next()}””}\n:lang[${next()}]{lang=“cy”}\n:::`,
  boxInList: ({ next }) => `- ${next()}\n  :::note\n  ${next()}\n- ::: ${next()}\n\n${next()}\n:::`,
  tightHeading: ({ next }) => `###${next()} ${next()}`,
  typedList: ({ next }) => `• ${next()}\n• ${next()}\n${next()}\t${next()}\t${next()}`,
  tableWithout: ({ next }) => `:::table{caption="${next()}"}\n${next()}\n:::`,
  strayFence: ({ next }) => `:::\n\n${next()}`,
  break: () => '***',
};

const stems = ['w', 'Ö', 'straße', 'سلام', 'שלום', 'é', 'ключ', '字'];
const lineEnds = ['\n', '\r\n', '\r'];

test('no word of a report is lost, whatever is written', () => {
  const document = fc.record({
    names: fc.array(fc.constantFrom(...Object.keys(fragments)), { minLength: 1, maxLength: 12 }),
    stem: fc.nat(stems.length - 1),
    lineEnd: fc.constantFrom(...lineEnds),
    mark: fc.constantFrom('', '\ufeff'),
  });
  fc.assert(
    fc.property(document, ({ names, stem, lineEnd, mark }) => {
      const ordered: string[] = [];
      const anywhere: string[] = [];
      const give = (list: string[]) => () => {
        const count = ordered.length + anywhere.length;
        const word = `${stems[(stem + count) % stems.length]}${count}x`;
        list.push(word);
        return word;
      };
      const words: Words = { next: give(ordered), aside: give(anywhere) };
      const body = names.map((name) => fragments[name]!(words)).join('\n\n');
      const { document: read, findings } = readText(mark + (details + body).replaceAll('\n', lineEnd));
      const tokens = tokensOf(readingOf(read).passages).map((token) => token.word);
      const told = new Set(wordsOf(findings.map((finding) => finding.message).join(' ')));
      const all = new Set(tokens);
      const composed = (list: readonly string[]) => list.flatMap(wordsOf);
      let at = 0;
      for (const word of composed(ordered)) {
        const found = tokens.indexOf(word, at);
        if (found !== -1) at = found + 1;
        else expect(told, `${word} in order`).toContain(word);
      }
      for (const word of composed(anywhere)) expect(all.has(word) || told.has(word), word).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test.each(Object.keys(fragments))('reading %s gives a document that formats can trust', (name) => {
  let count = 0;
  const next = () => `w${count++}`;
  const body = fragments[name]!({ next, aside: next });
  const { document } = readText(details + body);
  const ids = new Set<string>();
  let depth = 1;
  for (const block of document.children) {
    if (block.type !== 'heading') continue;
    expect(block.depth).toBeGreaterThan(1);
    expect(block.depth).toBeLessThanOrEqual(depth + 1);
    expect(block.id).not.toBe('');
    expect(ids).not.toContain(block.id);
    ids.add(block.id);
    depth = block.depth;
  }
});
