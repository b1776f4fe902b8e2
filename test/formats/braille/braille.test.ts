import { describe, expect, test } from 'vitest';
import { bodyReadingOf, readingOf } from '../../../src/document/passages.ts';
import type { Document } from '../../../src/document/tree.ts';
import braille from '../../../src/formats/braille/index.ts';
import { type BrailleOptions, brailleOptions } from '../../../src/formats/braille/options.ts';
import type { Output } from '../../../src/kernel/output.ts';
import { toAscii } from '../../../src/media/braille/cells.ts';
import { readUeb } from '../../../src/media/braille/read-ueb.ts';
import { prove } from '../../../src/pipeline/prove.ts';
import { plan } from '../../../src/plan/plan.ts';
import { findBrailleEngine } from '../../../src/tools/liblouis/find-engine.ts';
import { mustBeChecked } from '../../support/must-be-checked.ts';
import { sound, soundEasyRead } from '../../support/mutations.ts';
import { readText } from '../../support/read-text.ts';

const transforms = ['opening', 'name-lists', 'expand-abbreviations', 'links-in-full'] as const;
const options = (more: Partial<BrailleOptions> = {}): BrailleOptions => ({
  ...brailleOptions.parse({ engine: 'embedded' }),
  ...more,
});

const original = readText(sound, soundEasyRead).document;

async function make(document: Document, chosen: BrailleOptions) {
  const planned = plan(document, { transforms: [...transforms] });
  const written = await braille.write(planned.document, chosen);
  const changes = [...planned.changes, ...written.changes];
  return { ...written, changes, body: bodyReadingOf(planned.document) };
}

async function judge(
  document: Document,
  made: Awaited<ReturnType<typeof make>>,
  outputs: readonly Output[] = made.outputs,
) {
  const back = await braille.readBack(outputs);
  return prove(readingOf(document), back, made.changes, document.meta, made.body);
}

const textOf = (outputs: readonly Output[], ending: string) =>
  new TextDecoder().decode(outputs.find(({ name }) => name.endsWith(ending))!.bytes);

/** A page as a person may check it: what the cells say, in their places. */
function inPrint(text: string, grade: 1 | 2): string {
  return text
    .split('\n')
    .map((line) => {
      const cells = line.replace(/^\u2800+/, '');
      const read = (text: string) =>
        readUeb(text, grade).replace(
          /[\ue000\ue001\ue002\ue003\ue004\ue007\ue008]/g,
          (mark) => '⟦⟧__^v?**'[mark.charCodeAt(0) - 0xe000] ?? '*',
        );
      // Columns keep their places, and the dots that lead from one to the next are shown as such.
      const signs = cells
        .split(/(?<=\u2800{2}|\u2810{2}\u2800|\u2810\u2810)(?=[^\u2800\u2810])/)
        .map((part, index, parts) => {
          const [, text, dots, gap] = /^(.*?)(\u2800?\u2810{2,})?(\u2800*)$/.exec(part)!;
          const shown = /^[⠒]+$/.test(text!) ? text! : read(text!);
          const all = shown + (dots ?? '').replaceAll('\u2810', '.').replaceAll('\u2800', ' ');
          return index + 1 < parts.length ? all.padEnd(part.length - gap!.length) + gap : all;
        })
        .join('')
        .replaceAll('\u2800', ' ');
      return ' '.repeat(line.length - cells.length) + (/^[⠶⠛⠒]{6,}$/.test(cells) ? cells : signs);
    })
    .join('\n')
    .replaceAll('\f', '--- page ---\n');
}

test.each([1, 2] as const)('the pages of a report, grade %i', async (grade) => {
  const { outputs } = await make(original, options({ grade }));
  await expect(inPrint(textOf(outputs, '.txt'), grade)).toMatchFileSnapshot(
    `golden/report-grade-${grade}.txt`,
  );
  if (grade === 2) await expect(textOf(outputs, '.brf')).toMatchFileSnapshot('golden/report.brf');
});

describe.each([
  [40, 25],
  [32, 27],
  [28, 20],
  [20, 10],
] as const)('%i cells and %i lines', (cells, lines) => {
  test.each([1, 2] as const)(
    'every word, heading, item and cell of the table is there, grade %i',
    async (grade) => {
      const chosen = options({ grade, cells, lines });
      const made = await make(original, chosen);
      expect(await braille.check!(made.outputs, chosen)).toEqual([]);
      const proof = await judge(original, made);
      expect(proof.findings).toEqual([]);
      expect(proof.found).toBe(proof.words);
      for (const { what, total, found } of proof.structure) expect(found, what).toBe(total);
    },
  );
});

describe('hard content', () => {
  const report = (body: string) =>
    readText(`${sound.slice(0, sound.indexOf(':::key-facts'))}\n${body}\n`, undefined).document;
  const whole = async (body: string, more: Partial<BrailleOptions> = {}) => {
    const document = report(body);
    const chosen = options(more);
    const made = await make(document, chosen);
    expect(await braille.check!(made.outputs, chosen)).toEqual([]);
    const proof = await judge(document, made);
    return { made, proof };
  };

  test.each([
    [
      'postcodes, pages, telephone numbers, money and dates',
      'Write to N12 7BT, p.7 (s.14T). Call 0113 825 0000 or 18001 0113 825 0000 by 31/03/2022. It cost £1,250.50, 5–10% in 2020 2021. A & B, 24/7, and/or.',
    ],
    [
      'addresses',
      'See [our page](https://www.example.org/a-b_c?q=1&d=2#e) or [ask](mailto:a.b-c@example.org), https://example.org/x, and hello@example.org.',
    ],
    [
      'capitals',
      'THE BAME NETWORK OF THE NHS IS HERE. CCG’s staff; ICSs; (WRES); NHSmail; iPad; McDonald; "NHS"; T-SHIRTS AND CARDS TO SELL.',
    ],
    ['emphasis', 'Do **not** go. This is **very important for all of us** and *one* *word*, **bold**ly.'],
    [
      'accents and Welsh',
      'Café, naïve, Tŷ Gŵyl, Łódź, Ångström, façade. :lang[Croeso i’r adroddiad]{lang="cy"} goes on.',
    ],
    [
      'letters and parts of words',
      'Options a, b, c and x. X-rays, e-mail, e.g. this, i.e. that, o’clock, 1st, 2nd, 10th, 5kg, 3D, H2O, m², CO₂.',
    ],
    ['signs with names', 'Done ✓, not done ✗, go → there, ↩ back, happy 😀.'],
    [
      'a long word and a long address',
      `${'Donaudampfschiff'.repeat(8)} and <https://example.org/${'abcdefgh/'.repeat(20)}>.`,
    ],
    ['a long paragraph', 'The words of a paragraph go on and on without an end. '.repeat(300)],
    [
      'nested lists',
      '- one\n  - two\n    - three\n      1. four\n      2. five\n\n    more of three\n- six\n\n  more of six, which is long enough to need a second line of braille',
    ],
    [
      'headings one after another',
      '## Two\n\n### Three\n\n#### Four\n\n#### Four again\n\n### A long heading of level three that needs more than one line\n\n## A long heading of level two that needs more than one line\n\ntext',
    ],
  ])('%s', async (_, body) => {
    for (const grade of [1, 2] as const) {
      const { proof } = await whole(body, { grade });
      expect(proof.findings).toEqual([]);
      expect(proof.found).toBe(proof.words);
      const narrow = await whole(body, { grade, cells: 20, lines: 12 });
      expect(narrow.proof.findings).toEqual([]);
    }
  });

  test('a sign without cells and without a name is a finding, and the proof misses it', async () => {
    const { made, proof } = await whole('Read عربي and 中文 here.');
    expect(made.findings.map(({ rule }) => rule)).toContain('braille/unknown-sign');
    expect(made.findings.every(({ severity }) => severity === 'error')).toBe(true);
    expect(proof.findings.some(({ rule }) => rule === 'fidelity/lost')).toBe(true);
    for (const { name, bytes } of made.outputs)
      if (!name.endsWith('.html')) expect(new TextDecoder().decode(bytes)).not.toMatch(/x0?6|[⡀-⣿]/u);
  });

  test('a table in columns: names on each page, groups, empty cells, cells of several lines', async () => {
    const rows = (from: number) =>
      Array.from({ length: 14 }, (_, index) => {
        const name = index % 4 === 0 ? `The park at the end of road ${from + index}` : `Park ${from + index}`;
        return `| ${name} | ${index % 5 === 2 ? '' : `${index * 7}%`} | ${index % 3 === 0 ? '' : 'NHS **trust**'} |`;
      }).join('\n');
    const table = `:::table{caption="Long"}\n| Name of park | Trees | Owner |\n| --- | --- | --- |\n${rows(1)}\n${rows(20)}\n:::`;
    for (const grade of [1, 2] as const) {
      const { made, proof } = await whole(table, { grade });
      expect(proof.findings).toEqual([]);
      expect(proof.found).toBe(proof.words);
      expect(proof.structure.find(({ what }) => /cell/.test(what))).toMatchObject({ total: 3 * 29 - 6 - 10 });
      expect(made.changes.filter(({ kind }) => kind === 'moved')).toEqual([]);
      const brf = textOf(made.outputs, '.brf');
      const separation = /^333+ {2}333+ {2}333+\r$/gm;
      expect(brf.match(separation)!.length).toBeGreaterThan(1);
      // The names once again are furniture, but a page without them is told.
      const at = [...brf.matchAll(separation)].at(-1)!;
      const head = brf.lastIndexOf('\r\n', at.index - 3) + 2;
      const without = brf.slice(0, head) + brf.slice(at.index + at[0].length + 1);
      const bytes = new TextEncoder().encode(without);
      const findings = await braille.check!(
        [{ name: 'braille.brf', mediaType: '', bytes }],
        options({ grade }),
      );
      expect(findings.map(({ message }) => message).join()).toContain('without the names of its columns');
      // A value that stands in the next column is another cell.
      const moved = brf.replace(/ {2}"{3,} {2}(?=[^\s"])/, '  ');
      expect(moved).not.toBe(brf);
      const shifted = [{ name: 'braille.brf', mediaType: '', bytes: new TextEncoder().encode(moved) }];
      const { findings: faults } = await judge(report(table), made, shifted);
      expect(faults.some(({ severity }) => severity === 'error')).toBe(true);
    }
  });

  test('numbers stand for names of columns that are too long, and their names come first', async () => {
    const table = `:::table{caption="Steps"}\n| Key action | Completed | In progress | Not started | Postponed |\n| --- | --- | --- | --- | --- |\n${'| Recruit and train | 1 | 2 |  | 12 |\n'.repeat(30)}:::`;
    const { made, proof } = await whole(table);
    expect(proof.findings).toEqual([]);
    expect(textOf(made.outputs, '.brf').match(/^ *#A +#B {2}#C +#D +#E\r$/gm)!.length).toBeGreaterThan(1);
    expect(made.changes.filter(({ kind }) => kind === 'moved')).toEqual([]);
  });

  test('a table that is too wide, or whose cells are too long, is told row by row, and that is declared', async () => {
    const wide = `:::table{caption="Wide"}\n| ${'Column name | '.repeat(8)}\n| ${'--- | '.repeat(8)}\n| ${'Some value | '.repeat(8)}\n:::`;
    const { made, proof } = await whole(wide);
    expect(proof.findings).toEqual([]);
    expect(made.changes).toContainEqual(expect.objectContaining({ kind: 'moved', text: 'Wide' }));
  });

  test('pages of the print begin with a line and their number, and are no words of the report', async () => {
    const body = Array.from(
      { length: 12 },
      (_, page) =>
        `::page{number="${page + 3}"}\n\n## Part ${page}\n\n- one\n- two\n\n::page{number="${'i'.repeat(1 + (page % 3))}"}\n\nWords of page ${page}.`,
    ).join('\n\n');
    for (const grade of [1, 2] as const) {
      const { made, proof } = await whole(body, { grade });
      expect(proof.findings).toEqual([]);
      expect(proof.found).toBe(proof.words);
      const brf = textOf(made.outputs, '.brf');
      expect(brf.match(/^-{30,}#[A-J]+\r$/gm)).toHaveLength(12);
      expect(brf.match(/^-{30,}I+\r$/gm)).toHaveLength(12);
      expect(brf).not.toMatch(/^-{30,}\S+\r\n\f/m);
    }
  });

  test('500 lists in each other, 500 rows', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => `| Row ${index + 1} | ${index * 7} |`).join('\n');
    const { proof } = await whole(`:::table{caption="Long"}\n| Name | Number |\n| --- | --- |\n${rows}\n:::`);
    expect(proof.findings).toEqual([]);
  });
});

describe('other languages, uncontracted, read back by their own alphabets', () => {
  const head = sound.slice(0, sound.indexOf(':::key-facts')).replace(/^language: .*\n/m, '');
  const bodies: Readonly<Record<string, string>> = {
    cy: 'Mae’r adroddiad hwn yn dweud beth yr ydym ni’n ei wneud: tŷ, dŵr, gŵyl, môr, tân, sgïo, casáu. Llanfair, GIG a BBC.',
    pl: 'Zażółć gęślą jaźń. Łódź i Kraków: PKP, 3b, 10:30, „cytat”. Czy to jest 5% albo 1 250,50 zł? Tak!',
    es: '¿Qué dice el informe? El niño comió pingüino y piñas en España: 12,5% de 1.250, «cita», 3b. ¡Sí!',
    fr: 'L’été, où l’on a reçu des œufs, naïveté, garçon, Noël, à bientôt. Le taux est de 12,5 % à 10:30 « citation », 3b.',
  };
  const text = (language: string) =>
    `${head.replace(/^title: /m, `language: ${language}\ntitle: `)}
## ${bodies[language]!.split(' ').slice(0, 3).join(' ')}

${bodies[language]} **Tri** *dau* un.[^1]

- ${bodies[language]}
  - ABC abc
1. [Abc def](https://example.org/a-b_c?q=1&d=2#e), a.b@example.org, 0113 825 0000

:::table{caption="Abc"}
| Abc | Def |
| --- | --- |
| ${bodies[language]!.split(' ')[1]} | 12 |
|  | 3,5 |
:::

[^1]: ${bodies[language]}
`;

  test.for([
    ...Object.keys(bodies).flatMap((language) =>
      language === 'cy' ? [] : [[language, 'embedded'] as const],
    ),
    ...Object.keys(bodies).map((language) => [language, 'best'] as const),
  ])('%s, engine: %s', async ([language, engine], context) => {
    const best = await findBrailleEngine();
    // The liblouis of the packages cannot read its own Welsh table.
    const isThere = engine === 'embedded' || !best.id.includes('embedded');
    const why = 'no liblouis is installed but that of the packages';
    mustBeChecked(context, isThere ? { state: 'checked' } : { state: 'not-checked', why });
    const { document } = readText(text(language), undefined);
    expect(document.meta.language).toBe(language);
    const made = await make(document, options({ engine }));
    expect(made.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(await braille.check!(made.outputs, options())).toEqual([]);
    const proof = await judge(document, made);
    expect(proof.findings).toEqual([]);
    expect(proof.found).toBe(proof.words);
    const mended = made.findings.find(({ rule }) => rule === 'braille/rewritten-word')?.message ?? '';
    // Signs of addresses, and letters behind numbers, have no cells in every table.
    if (engine === 'best') expect(mended.replaceAll(/\S*(?:@|:\/\/)\S*/g, '')).not.toMatch(/"\p{L}/u);
  });

  test('a table that does not work is a failure that says so', async () => {
    const { document } = readText(text('cy'), undefined);
    await expect(make(document, options())).rejects.toMatchObject({ code: 'tool-missing' });
  });

  test('one without a second reader is a failure, not braille that nobody proved', async () => {
    const document = { ...original, meta: { ...original.meta, language: 'zh' } };
    await expect(make(document, options())).rejects.toMatchObject({ code: 'language-unknown' });
  });
});

test('the same report gives the same bytes', async () => {
  const [one, other] = [await make(original, options()), await make(original, options())];
  expect(one.outputs).toEqual(other.outputs);
});

describe('corrupted files', () => {
  test('every line of the report that is lost, and every two neighbours that change places, are found', async () => {
    const made = await make(original, options({ preview: false }));
    const missed: string[] = [];
    const pages = textOf(made.outputs, '.brf').split('\f');
    let tried = 0;
    const attempt = async (changed: readonly string[], what: string) => {
      tried++;
      const bytes = new TextEncoder().encode(changed.join('\f'));
      // The BRF file alone, as an embosser gets it.
      const { findings } = await judge(original, made, [{ name: 'braille.brf', mediaType: '', bytes }]);
      if (!findings.some(({ severity }) => severity === 'error')) missed.push(what);
    };
    const body = pages.findIndex((page) => / #A$/.test(page.split('\r\n')[0]!));
    for (const [index, page] of pages.entries()) {
      if (index < body) continue;
      const lines = page.split('\r\n');
      for (const [at, line] of lines.entries()) {
        const bare = line.trim();
        // The line of information, box lines, and notes of the transcriber hold no words of the report.
        if (
          at === 0 ||
          bare === '' ||
          /^(?:7+|G+|3+)$/.test(bare) ||
          /^@\.<[^@]*(?:@\.>)?$|^[^@]*@\.>$/.test(bare)
        )
          continue;
        if (/^,WORDS EXPLA9\$|^,\^WS EXPLA9\$/.test(bare)) continue;
        await attempt(
          pages.with(index, lines.toSpliced(at, 1).join('\r\n')),
          `lost on page ${index + 1}: ${line}`,
        );
        const next = lines[at + 1] ?? '';
        if (!/[A-FH-Z]/.test(next) || /@\.[<>]/.test(line + next)) continue;
        const swapped = lines.toSpliced(at, 2, next, line);
        await attempt(pages.with(index, swapped.join('\r\n')), `swapped on page ${index + 1}: ${line}`);
      }
    }
    expect(tried).toBeGreaterThan(50);
    expect(missed).toEqual([]);
  });

  test('files that do not hold the same are told, and their words do not count', async () => {
    const made = await make(original, options());
    const outputs = made.outputs.map((output) =>
      output.name.endsWith('.pef')
        ? {
            ...output,
            bytes: new TextEncoder().encode(new TextDecoder().decode(output.bytes).replace('⠎⠏⠗⠬', '⠎⠏⠗⠊⠝')),
          }
        : output,
    );
    const findings = await braille.check!(outputs, options());
    expect(findings.map(({ message }) => message).join()).toContain('differ');
    expect((await judge(original, made, outputs)).findings.length).toBeGreaterThan(0);
  });

  test.each<readonly [string, (text: string) => string, RegExp]>([
    ['a line that is too long', (text) => text.replace('\r\n', 'AAAAAAAAAA\r\n'), /cells instead of/],
    [
      'a page that is too long',
      (text) => text.replace('\r\n', `\r\n${'A\r\n'.repeat(25)}`),
      /lines instead of/,
    ],
    [
      'a page that is missing',
      (text) => text.split('\f').toSpliced(-2, 0, '').toSpliced(2, 1).join('\f'),
      /instead of|no page|empty/,
    ],
    ['a page without text', (text) => `${text},A #A\r\n\f`, /is empty/],
    ['a sign that is no cell', (text) => text.replace('A', 'é'), /no cell of six dots/],
  ])('%s is told', async (_, change, message) => {
    const { outputs } = await make(original, options());
    const brf = outputs[0]!;
    const bytes = new TextEncoder().encode(change(new TextDecoder().decode(brf.bytes)));
    const findings = await braille.check!([{ ...brf, bytes }], options());
    expect(findings.map((finding) => finding.message).join('\n')).toMatch(message);
  });
});

test('BRF is plain ASCII in 64 signs, with a form feed behind each page', async () => {
  const { outputs, pages } = await make(original, options());
  const text = textOf(outputs, '.brf');
  expect(text).toMatch(/^[ -_\r\n\f]*$/);
  expect(text.match(/\f/g)).toHaveLength(pages!);
  expect(text.endsWith('\f')).toBe(true);
  expect(toAscii(textOf(outputs, '.txt').replace(/[\n\f]/g, ''))).toBeDefined();
});
