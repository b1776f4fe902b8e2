import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Face, loadFontSet } from '../../../../src/media/pages/fonts.ts';
import { smallestLetters } from '../../../../src/media/pages/vectors/letter-size.ts';
import {
  type ChartRoom,
  type ResetChart,
  readChart,
  resetChart,
} from '../../../../src/media/pages/vectors/reset-chart.ts';
import { contrast } from '../../../../src/media/print/contrast.ts';

const images = join(import.meta.dirname, '../../../../sources/images');
const charts = readdirSync(images).map((name) => [name, readFileSync(join(images, name), 'utf8')] as const);

let faces: readonly Face[];
beforeAll(async () => {
  const fonts = await loadFontSet('Atkinson Hyperlegible Next');
  faces = [...fonts.regular, ...fonts.bold];
});

/** Every letter is half as wide as it is high. */
const room = (size: number): ChartRoom => ({
  width: 480,
  height: 640,
  size,
  leading: 1.25,
  measure: (text) => text.length / 2,
  contrast,
  leastContrast: 7,
  paper: { background: '#ffffff', text: '#111111' },
});
const svg = (content: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400" ${attributes}>${content}</svg>`;

async function reset(source: string, size: number): Promise<ResetChart | undefined> {
  const chart = await readChart(source);
  return chart && resetChart(chart, room(size));
}

async function mustReset(source: string, size: number): Promise<ResetChart> {
  const found = await reset(source, size);
  if (found === undefined) throw new Error('There is no such drawing.');
  return found;
}

/** Left, bottom, right and top of each shape of the drawing, in points from its upper left corner. */
function boxes({
  drawing,
  width,
  height,
}: ResetChart): readonly (readonly [number, number, number, number])[] {
  expect(drawing.content).toContain(`${(1 / width).toFixed(7).replace(/0+$/, '')}`);
  expect(height).toBeGreaterThan(0);
  return drawing.content
    .split(/\bf\b|\bS\b/)
    .slice(1)
    .flatMap((part) => {
      const points = [...part.matchAll(/(-?[\d.]+) (-?[\d.]+) [ml]$/gm)].map(
        ([, x, y]) => [Number(x), Number(y)] as const,
      );
      if (points.length === 0) return [];
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
      return [[Math.min(...xs), Math.max(...ys), Math.max(...xs), Math.min(...ys)] as const];
    });
}

describe('words of a chart at the size asked for', () => {
  test.for(charts.flatMap(([name, source]) => [16, 20, 24].map((size) => [name, size, source] as const)))(
    '%s at %d point: all words, each large enough, none outside or over another',
    async ([, size, source]) => {
      const found = await reset(source, size);
      if (found === undefined) return;
      const said = (texts: Iterable<string>): readonly string[] => [...texts].join(' ').split(/\s+/).sort();
      const told = [...source.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = '']) => text);
      expect(said(found.words.map(({ text }) => text))).toEqual(said(told));
      expect(found.width).toBeLessThanOrEqual(480.1);
      expect(found.height).toBeLessThanOrEqual(640.1);
      const edges = found.words.map(({ text, left, baseline, size: own }) => {
        expect(own).toBeGreaterThanOrEqual(size);
        return {
          left,
          right: left + (text.length / 2) * own,
          top: baseline - own * 0.7,
          bottom: baseline + own * 0.2,
        };
      });
      edges.forEach((one, index) => {
        expect(one.left).toBeGreaterThan(-0.1);
        expect(one.right).toBeLessThan(found.width + 0.1);
        expect(one.top).toBeGreaterThan(-0.1);
        expect(one.bottom).toBeLessThan(found.height + 0.1);
        for (const other of edges.slice(index + 1)) {
          const isOver =
            one.left < other.right - 0.1 &&
            one.right > other.left + 0.1 &&
            one.top < other.bottom - 0.1 &&
            one.bottom > other.top + 0.1;
          expect(isOver).toBe(false);
          if (Math.abs(one.bottom - other.bottom) > 0.1) continue;
          // What stands on one line is not read as one sentence.
          const [left, right] = one.left < other.left ? [one, other] : [other, one];
          expect(right.left - left.right).toBeGreaterThan(size * 0.5);
        }
      });
    },
  );

  test('most charts of the reports are set anew at every size', async () => {
    const count = async (size: number): Promise<number> =>
      (await Promise.all(charts.map(([, source]) => reset(source, size)))).filter(Boolean).length;
    expect(await count(16)).toBe(charts.length);
    expect(await count(24)).toBeGreaterThanOrEqual(charts.length - 2);
  });

  test('bars keep their proportions, and words their places beside and above them', async () => {
    const source = svg(
      '<text x="20" y="40" font-size="14">First bar</text><rect x="20" y="50" width="400" height="30" fill="#005eb8"/><text x="430" y="70" font-size="14">100</text>' +
        '<text x="20" y="120" font-size="14">Second bar</text><rect x="20" y="130" width="100" height="30" fill="#005eb8"/><text x="130" y="150" font-size="14">25</text>',
    );
    const found = await mustReset(source, 28);
    const [first, second] = boxes(found);
    const long = (first?.[2] ?? 0) - (first?.[0] ?? 0);
    const short = (second?.[2] ?? 0) - (second?.[0] ?? 0);
    expect(long / short).toBeCloseTo(4, 2);
    const [title, amount, below] = found.words;
    expect(title?.baseline).toBeLessThan(first?.[3] ?? 0);
    expect(amount?.left).toBeGreaterThan(first?.[2] ?? 0);
    expect(below?.baseline).toBeGreaterThan(first?.[1] ?? 0);
  });

  test('triangles and circles keep their shape', async () => {
    const source = svg(
      '<polygon points="204,59 204,81 229,70"/><text x="246" y="76" font-size="14">A long line of words beside it</text><text x="20" y="76" font-size="14">Before it</text><text x="20" y="100" font-size="14">Below it</text>',
    );
    const [box] = boxes(await mustReset(source, 28));
    const [left, bottom, right, top] = box ?? [0, 0, 0, 0];
    expect((right - left) / (bottom - top)).toBeCloseTo(25 / 22, 2);
  });

  test('labels one below the other do not run together, and lines of one label do not fall apart', async () => {
    const label = (y: number, words: string) =>
      `<text x="20" y="${y}" font-size="18">${words}</text><rect x="300" y="${y - 30}" width="300" height="50"/>`;
    const { words } = await mustReset(
      svg(label(60, 'Data on the workforce') + label(130, 'The survey of all staff')),
      30,
    );
    const steps = words.slice(1).map(({ baseline }, index) => baseline - (words[index]?.baseline ?? 0));
    const broken = words.findIndex(({ text }) => text.startsWith('The'));
    const apart = steps[broken - 1] ?? 0;
    const within = steps.filter((_, index) => index !== broken - 1);
    expect(within.length).toBeGreaterThan(1);
    for (const one of within) expect(one).toBeCloseTo(30 * 1.25, 1);
    expect(apart).toBeGreaterThan(30 * 1.25 * 1.35);
  });

  test('lines of a label that have to be broken are filled anew, at even distances', async () => {
    const { words } = await mustReset(
      svg(
        '<rect x="200" y="50" width="240" height="90"/><text x="320" y="80" text-anchor="middle" font-size="12">Communication, Engagement,</text><text x="320" y="98" text-anchor="middle" font-size="12">Equality and Employment</text><text x="20" y="90" font-size="12">One of the groups that lead</text>',
      ),
      28,
    );
    const box = words.filter(({ text }) => /Comm|Eng|Equal|Employ/.test(text));
    expect(box.map(({ text }) => text).join(' ')).toBe('Communication, Engagement, Equality and Employment');
    const steps = box.slice(1).map(({ baseline }, index) => baseline - (box[index]?.baseline ?? 0));
    for (const one of steps) expect(one).toBeCloseTo(35, 1);
  });

  test('labels with the same words are broken alike', async () => {
    const [, source = ''] = charts.find(([name]) => name.startsWith('cheshire')) ?? [];
    for (const size of [20, 24, 28]) {
      const { words } = await mustReset(source, size);
      const [whole, torn] = ['2020 report', '2020'].map(
        (one) => words.filter(({ text }) => text === one).length,
      );
      expect([whole, torn].sort()).toEqual([0, 2]);
    }
  });

  test('a title that stands above the chart already is not said again, and no margin is left for it', async () => {
    const title = '<text x="20" y="36" font-size="24">Staff who  answered</text>';
    const rest =
      '<rect x="20" y="200" width="300" height="40"/><text x="330" y="226" font-size="20">75 in 100</text>';
    const chart = await readChart(svg(title + rest));
    const both = chart && resetChart(chart, room(20));
    const without = chart && resetChart(chart, room(20), 'Staff who answered');
    expect(both?.words.map(({ text }) => text)).toEqual(['Staff who answered', '75 in 100']);
    expect(without?.words.map(({ text }) => text)).toEqual(['75 in 100']);
    expect(without?.height).toBeLessThan((both?.height ?? 0) / 2);
    const [[left = 9] = []] = without ? boxes(without) : [];
    expect(left).toBeLessThan(1);
  });

  describe.for([
    ['black', '#000000', '#ffff00'],
    ['yellow', '#fff59d', '#000000'],
  ] as const)('on %s paper', ([, background, text]) => {
    test.for(charts)('%s has the colours of the paper', async ([, source]) => {
      const chart = await readChart(source);
      const found = chart && resetChart(chart, { ...room(16), paper: { background, text } });
      if (found === undefined) throw new Error('There is no such drawing.');
      const colours = [...found.drawing.content.matchAll(/([\d.]+ [\d.]+ [\d.]+) (?:rg|RG)/g)].map(
        ([, shares = '']) =>
          `#${shares
            .split(' ')
            .map((share) =>
              Math.round(Number(share) * 255)
                .toString(16)
                .padStart(2, '0'),
            )
            .join('')}`,
      );
      expect(colours[0]).toBe(background);
      expect(colours).not.toContain('#ffffff');
      for (const colour of colours)
        if (colour !== background) expect(contrast(colour, background)).toBeGreaterThanOrEqual(3);
      expect(new Set(colours).size).toBeGreaterThan(1);
      expect(found.words.map(({ colour }) => colour)).toContain(text);
      for (const { colour } of found.words)
        expect(
          Math.max(...[background, ...colours].map((one) => contrast(colour, one))),
        ).toBeGreaterThanOrEqual(7);
    });
  });

  test('a box grows with its words', async () => {
    const source = svg(
      '<rect x="80" y="50" width="160" height="40" fill="#003087"/><text x="160" y="75" text-anchor="middle" font-size="12" fill="#fff">Committee of all trusts</text><rect x="300" y="200" width="90" height="90"/>',
    );
    const found = await mustReset(source, 28);
    const [box] = boxes(found);
    for (const { text, left, size } of found.words) {
      expect(left).toBeGreaterThan(box?.[0] ?? 0);
      expect(left + (text.length / 2) * size).toBeLessThan(box?.[2] ?? 0);
    }
  });

  test('words stand out from what they are on', async () => {
    const source = svg(
      '<rect x="100" y="50" width="220" height="60" fill="#005eb8"/><text x="110" y="75" font-size="12" fill="#fff">Light</text><text x="20" y="200" font-size="12" fill="#999999">Grey</text>',
    );
    const { words, drawing } = await mustReset(source, 16);
    const fill = /([\d.]+) ([\d.]+) ([\d.]+) rg\s+[\d.]+ [\d.]+ m/.exec(drawing.content)?.slice(1) ?? [];
    const ground = `#${fill
      .map((share) =>
        Math.round(Number(share) * 255)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`;
    expect(contrast(words[0]?.colour ?? '', ground)).toBeGreaterThanOrEqual(7);
    expect(contrast(words[1]?.colour ?? '', '#ffffff')).toBeGreaterThanOrEqual(7);
  });

  test.for([
    ['a style sheet', svg('<style>.a{font-size:9px}</style><text class="a">Words</text>')],
    ['spans', svg('<text y="20">Words <tspan dy="9">below</tspan></text>')],
    ['turned words', svg('<text y="20" transform="rotate(90)">Words</text>')],
    ['words that are used again', svg('<text id="t" y="20">Words</text><use href="#t" y="40"/>')],
    ['words in a moved group', svg('<g transform="translate(9 9)"><text y="20">Words</text></g>')],
    ['faded shapes', svg('<text y="20">Words</text><rect opacity=".5" width="9" height="9"/>')],
    ['no words', svg('<rect width="9" height="9"/>')],
  ] as const)('a drawing with %s is left as it is', async ([, source]) => {
    expect(await readChart(source)).toBeUndefined();
  });

  test('words that a line crosses, and words longer than the page, are not set anew', async () => {
    expect(
      await reset(svg('<path d="M0 15H600" stroke="#000"/><text y="20">Words</text>'), 16),
    ).toBeUndefined();
    expect(await reset(svg(`<text y="20">${'long'.repeat(30)}</text>`), 28)).toBeUndefined();
  });
});

describe('the smallest letters of a drawing', () => {
  const share = async (source: string): Promise<number | undefined> => {
    const found = await smallestLetters(source, faces);
    return found === undefined ? undefined : Math.round(found * 640 * 10) / 10;
  };

  test.for(charts)('%s: as its source says', async ([, source]) => {
    const sizes = [...source.matchAll(/<text[^>]*>/g)].map(
      ([tag]) => /font-size="(\d+)"/.exec(tag)?.[1] ?? /<svg[^>]*font-size="(\d+)"/.exec(source)?.[1],
    );
    expect(await share(source)).toBe(Math.min(...sizes.map(Number)));
  });

  test('are measured as they are drawn', async () => {
    expect(
      await share(
        svg(
          '<style>.a{font-size:9px;font-weight:700}</style><text y="9" class="a">Words</text><text y="50" font-size="30">Large</text>',
        ),
      ),
    ).toBe(9);
    expect(
      await share(svg('<g transform="rotate(30) scale(2 .5)"><text y="9" font-size="20">Words</text></g>')),
    ).toBe(10);
    expect(
      await share(
        svg(
          '<symbol id="s" viewBox="0 0 100 100"><text y="50" font-size="40">5</text></symbol><use href="#s" width="50" height="50"/>',
        ),
      ),
    ).toBe(20);
    expect(
      await share(svg('<text y="50" font-size="40">Large <tspan font-size="50%">small</tspan></text>')),
    ).toBe(20);
    expect(await share(svg('<title>None</title><rect width="9" height="9"/>'))).toBeUndefined();
  });
});
