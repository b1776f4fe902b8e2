import type { DocxOptions } from './options.ts';

/** Twentieths of a point, the unit of Word's lengths. */
const perMillimetre = 1440 / 25.4;
const paperSizes = { A4: [210, 297], A3: [297, 420] } as const;

/** The page in twentieths of a point. */
export interface PageMeasures {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  /** Width of the text. */
  readonly measure: number;
}

export function measurePage({ paper, landscape, margin }: DocxOptions): PageMeasures {
  const [short, long] = paperSizes[paper];
  const width = Math.round((landscape ? long : short) * perMillimetre);
  const height = Math.round((landscape ? short : long) * perMillimetre);
  const edge = Math.round(margin * perMillimetre);
  return { width, height, margin: edge, measure: width - 2 * edge };
}
