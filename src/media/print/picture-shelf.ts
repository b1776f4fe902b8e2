import type { Picture } from '../pages/pictures.ts';

const written = new Uint8Array();

/** The pictures of one file. Each is written when it is first put here: many of them do not fit in memory. */
export class PictureShelf {
  /** Files of figures for which words stand. */
  readonly leftOut = new Set<string>();
  readonly #names = new Set<string>();
  readonly #write: (picture: Picture) => void;

  constructor(write: (picture: Picture) => void) {
    this.#write = write;
  }

  /** A name that no picture has. */
  nextName(): string {
    return `Ch${this.#names.size + 1}`;
  }

  /** Writes the picture if it is not yet in the file, and returns it without its pixels. */
  put(picture: Picture): Picture {
    if (!this.#names.has(picture.name)) {
      this.#names.add(picture.name);
      this.#write(picture);
    }
    return picture.kind === 'pixels' ? { ...picture, bytes: written } : picture;
  }
}
