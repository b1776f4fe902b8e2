import { contrast, leastContrast } from '../contrast.ts';
import { coloursOf } from '../options.ts';
import type { LayoutRule } from './layout-rule.ts';
import { boxOf } from './measured-document.ts';

const clearPrint = 'UKAAF clear and large print (2019)';

/** How the letters themselves look. */
export const letterRules: readonly LayoutRule[] = [
  {
    id: 'pdf/too-small',
    number: 'LP01',
    title: 'All letters have at least the size asked for',
    limit: 'the size of the profile, for every letter: notes, page numbers and headers too',
    severity: 'error',
    clauses: [clearPrint, 'NHS England DAPB1605: at least 20, 24 or 28 point'],
    *check({ pages, options }) {
      for (const { number, runs } of pages) {
        for (const run of runs) {
          if (run.size >= options.size - 0.01) continue;
          const size = Math.round(run.size * 10) / 10;
          const said = `is smaller than the size asked for: ${size} points instead of ${options.size}`;
          yield { page: number, run, said };
        }
      }
    },
  },
  {
    id: 'pdf/font',
    number: 'LP02',
    title: 'Letters have no serifs, and their font is in the file',
    limit: 'all letters',
    severity: 'error',
    clauses: [clearPrint, 'NHS England DAPB1605: sans serif'],
    *check({ pages }) {
      for (const { number, runs } of pages) {
        for (const run of runs) {
          if (run.font.isEmbedded && !run.font.isSerif) continue;
          yield { page: number, run, said: `is not in an embedded sans-serif font: ${run.font.name}` };
        }
      }
    },
  },
  {
    id: 'pdf/italic',
    number: 'LP03',
    title: 'No letters are slanted',
    limit: 'none',
    severity: 'error',
    clauses: [clearPrint],
    *check({ pages }) {
      for (const { number, runs } of pages)
        for (const run of runs)
          if (run.font.isItalic) yield { page: number, run, said: `is in slanted letters: ${run.font.name}` };
    },
  },
  {
    id: 'pdf/underline',
    number: 'LP03',
    title: 'No words are underlined',
    limit: 'none',
    severity: 'error',
    clauses: [clearPrint],
    *check({ pages }) {
      for (const { number, runs, shapes } of pages) {
        // Rules run over whole columns; what is no wider than the words that stand on it is an underline.
        const thin = shapes.filter(({ kind, top, bottom }) => kind !== 'picture' && top - bottom < 4);
        for (const run of runs) {
          const isUnder = thin.some(
            ({ left, right, top, bottom }) =>
              top <= run.baseline + 1 &&
              bottom > run.baseline - run.size * 0.4 &&
              left > run.left - run.size * 0.5 &&
              right < run.right + run.size * 0.5,
          );
          if (isUnder) yield { page: number, run, said: 'is underlined' };
        }
      }
    },
  },
  {
    id: 'pdf/capitals',
    number: 'LP03',
    title: 'No words one after the other in capitals',
    limit: 'at most two words of four letters or more in a row',
    severity: 'warning',
    clauses: [clearPrint, 'the number of words is our own choice'],
    *check({ blocks }) {
      for (const { lines } of blocks) {
        const text = lines.map((line) => line.text).join('');
        const [found] = /(?:\b\p{Lu}{4,}\b[^\p{L}\p{N}]{1,3}){2,}\p{Lu}{4,}\b/u.exec(text) ?? [];
        const page = lines[0]?.page ?? 1;
        if (found !== undefined) yield { page, words: found, said: 'is all in capitals' };
      }
    },
  },
  {
    id: 'pdf/rotated',
    number: 'LP08',
    title: 'All words run level from left to right',
    limit: 'all letters',
    severity: 'error',
    clauses: [clearPrint],
    *check({ pages }) {
      for (const { number, runs } of pages)
        for (const run of runs) if (run.isRotated) yield { page: number, run, said: 'is turned or mirrored' };
    },
  },
  {
    id: 'pdf/contrast',
    number: 'LP13',
    title: 'Letters stand out from what is behind them',
    limit: `contrast of ${leastContrast} to 1`,
    severity: 'error',
    clauses: ['WCAG 2.2, 1.4.6'],
    *check({ pages }) {
      for (const { number, runs, shapes } of pages) {
        for (const run of runs) {
          const [left, bottom, right, top] = boxOf(run);
          let behind: string | undefined = '#ffffff';
          for (const shape of shapes) {
            if (shape.order > run.order) break;
            const isBehind =
              shape.left <= left + 1 &&
              shape.right >= right - 1 &&
              shape.bottom <= bottom + 1 &&
              shape.top >= top - 1;
            if (isBehind && shape.kind === 'fill') behind = shape.colour;
          }
          const found = run.colour === undefined || behind === undefined ? 1 : contrast(run.colour, behind);
          if (found >= leastContrast - 0.05) continue;
          const said = `hardly stands out: ${run.colour ?? 'a colour that cannot be read'} on ${behind ?? 'such a colour'} is a contrast of ${found.toFixed(1)} to 1`;
          yield { page: number, run, said };
        }
      }
    },
  },
  {
    id: 'pdf/not-text',
    number: '-',
    title: 'The file says of every letter which one it is',
    limit: 'all letters',
    severity: 'error',
    clauses: ['PDF/UA-1, 7.21.7'],
    *check({ pages }) {
      for (const { number, runs } of pages)
        for (const run of runs)
          if (run.isUnmapped)
            yield { page: number, run, said: 'has letters of which the file does not say what they are' };
    },
  },
  {
    id: 'pdf/background',
    number: '-',
    title: 'The paper has the colour asked for, to its edges',
    limit: 'the background of the profile',
    severity: 'error',
    clauses: ['the profile'],
    *check({ pages, options }) {
      const wanted = coloursOf(options).background.toLowerCase();
      for (const { number, width, height, shapes } of pages) {
        const [first] = shapes;
        const isWhole =
          first &&
          first.left <= 0 &&
          first.bottom <= 0 &&
          first.right >= width - 1 &&
          first.top >= height - 1;
        const found = isWhole && first.kind === 'fill' ? first.colour : '#ffffff';
        if (found !== wanted)
          yield { page: number, said: `is ${found ?? 'of another colour'}, not ${wanted}` };
      }
    },
  },
];
