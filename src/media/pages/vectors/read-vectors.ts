import type { Face } from '../fonts.ts';
import { drawVectors, NotDrawable, type VectorDrawing } from './draw-vectors.ts';
import { readMicroSvg } from './micro-svg.ts';
import { openSvg } from './open-svg.ts';

/** A drawing that stays sharp at any size. */
export interface VectorPicture {
  readonly kind: 'vectors';
  /** Name of its resource. */
  readonly name: string;
  /** In units of the drawing. */
  readonly width: number;
  readonly height: number;
  readonly drawing: VectorDrawing;
}

/** What is longer than this has more than an eye can see, and pixels are the smaller file. */
const mostCharacters = 4_000_000;

/**
 * Reads a drawing for a place `width` points wide. Undefined where PDF cannot draw it as SVG means it, or not within reason.
 * @throws where it is no SVG.
 */
export async function readVectors(
  source: string,
  name: string,
  width: number,
  faces: readonly Face[],
): Promise<VectorPicture | undefined> {
  const opened = await openSvg(source, faces);
  const plain = opened.toString();
  if (plain.length > mostCharacters) return undefined;
  try {
    const drawing = drawVectors(readMicroSvg(plain), opened.width, opened.height, width / opened.width);
    return { kind: 'vectors', name, width: opened.width, height: opened.height, drawing };
  } catch (error) {
    if (error instanceof NotDrawable) return undefined;
    throw error;
  }
}
