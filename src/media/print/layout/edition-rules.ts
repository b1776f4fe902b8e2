import { sheetName } from '../print-sheet.ts';
import type { LayoutRule } from './layout-rule.ts';
import type { MeasuredBlock } from './measured-document.ts';

const textOf = ({ lines }: MeasuredBlock): string => lines.map((line) => line.text).join('');

/** What the edition tells about itself, and what it asks of a printer. */
export const editionRules: readonly LayoutRule[] = [
  {
    id: 'pdf/print-settings',
    number: 'LP09',
    title: 'The file asks to be printed as it is',
    limit: 'not made to fit the paper; on as many sides as the profile says',
    severity: 'error',
    clauses: ['UKAAF clear and large print (2019)', 'ISO 32000-1, 12.2'],
    *check({ printSettings: { scaling, duplex }, options }) {
      if (scaling !== 'None') yield { page: 1, said: 'is made to fit the paper when it is printed' };
      const isSingle = duplex === 'Simplex';
      if (duplex === undefined || isSingle !== (options.print.sides === 'single'))
        yield { page: 1, said: `is printed on other sides than the profile says: ${duplex ?? 'any'}` };
    },
  },
  {
    id: 'pdf/paper-advice',
    number: 'LP17',
    title: 'The file says on which paper to print it',
    limit:
      'size, sides and 100 %, in words at the end of the document; beside it a sheet for the printer where the profile asks for one',
    severity: 'warning',
    clauses: ['UKAAF clear and large print (2019)', 'ACB large print guidelines: a dull finish'],
    *check({ blocks, companions, options }) {
      if (options.print.sheet && !companions.includes(sheetName))
        yield { page: 1, said: 'has no sheet for the printer beside it' };
      if (!options.about) return;
      const advice = blocks.filter(({ type }) => type === 'PaperAdvice').map(textOf);
      const isWhole = advice.some((text) => text.includes(options.paper) && /100\s*%/.test(text));
      if (!isWhole) yield { page: 1, said: 'begins a document that does not say on which paper to print it' };
    },
  },
  {
    id: 'pdf/edition-notes',
    number: 'LP20',
    title: 'The document tells at its end what this edition changes',
    limit:
      'a part of its own, with the number of tables that are set out row by row, unless the profile leaves it out',
    severity: 'warning',
    clauses: ['our own choice'],
    *check({ blocks, tables, hasEditionNotes, options }) {
      if (!options.about) return;
      if (!hasEditionNotes) {
        yield { page: 1, said: 'begins a document that does not say what this edition changes' };
        return;
      }
      const stacked = tables.filter(({ isStacked }) => isStacked);
      const [first] = stacked;
      if (first === undefined) return;
      const told = blocks.filter(({ isEditionNote }) => isEditionNote).map(textOf);
      const counts = told.flatMap((text) => text.match(/\d+/g) ?? []).map(Number);
      if (counts.some((count) => count >= stacked.length && count <= tables.length)) return;
      const said = `has a table that is set out row by row, and nothing tells so (${stacked.length} in all)`;
      yield { page: first.page, said };
    },
  },
];
