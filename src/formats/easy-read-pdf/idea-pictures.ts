import type { Block } from '../../document/tree.ts';
import { visitBlocks } from '../../document/visit.ts';
import type { Finding } from '../../kernel/finding.ts';
import { type Picture, readPicture } from '../../media/pages/pictures.ts';
import type { Picture as EasyPicture } from '../../media/pictures/picture-for.ts';

export type PictureFinder = (concept: string) => EasyPicture | undefined;

/** A picture of the map as the file holds it. */
export interface IdeaPicture {
  readonly picture: Picture;
  readonly source: EasyPicture;
}

export interface IdeaPictures {
  /** By the concept as the ideas name it. One that nobody has drawn is missing. */
  readonly pictures: ReadonlyMap<string, IdeaPicture>;
  /** An idea whose picture is missing. */
  readonly findings: readonly Finding[];
}

/** Reads the picture of each concept that the ideas name, for a place `width` points wide. */
export async function readIdeaPictures(
  blocks: readonly Block[],
  width: number,
  pictureFor: PictureFinder,
): Promise<IdeaPictures> {
  const pictures = new Map<string, IdeaPicture>();
  const bySource = new Map<string, IdeaPicture>();
  const findings: Finding[] = [];
  for (const block of visitBlocks(blocks)) {
    if (block.type !== 'idea' || block.picture === undefined || pictures.has(block.picture)) continue;
    const { picture: concept, at } = block;
    const source = pictureFor(concept);
    if (source === undefined) {
      findings.push({
        rule: 'easy-read/no-picture',
        severity: 'warning',
        message: `No picture is called "${concept}". The idea is shown without one.`,
        fix: '"npx allformats list --pictures" shows all concepts.',
        ...(at && { at }),
      });
      continue;
    }
    let read = bySource.get(source.svg);
    if (read === undefined) {
      const bytes = new TextEncoder().encode(source.svg);
      const name = `Idea${bySource.size + 1}`;
      const asset = { src: concept, mediaType: 'image/svg+xml', bytes } as const;
      read = { picture: await readPicture(asset, name, width, []), source };
      bySource.set(source.svg, read);
    }
    pictures.set(concept, read);
  }
  return { pictures, findings };
}
