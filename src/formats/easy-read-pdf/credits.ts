import type { Furniture } from '../../document/furniture/furniture.ts';
import type { Block } from '../../document/tree.ts';
import type { EditionExtras } from '../../media/print/print-edition.ts';
import type { IdeaPicture } from './idea-pictures.ts';

const reason = 'Says who made the pictures.';

/** Who drew the pictures, and on what terms: each maker once. Absent where there are none. */
export function credits(
  pictures: ReadonlyMap<string, IdeaPicture>,
  { easyRead }: Furniture,
): EditionExtras['ending'] {
  // A credit names its maker first and the single drawing in brackets.
  const lines = [...pictures.values()].map(
    ({ source: { credit, licence } }) => `${credit.replace(/ \(.*\)$/, '')} (${licence})`,
  );
  if (lines.length === 0) return undefined;
  const heading = { title: easyRead.pictures, depth: 2, place: 'credits:pictures' } as const;
  return {
    heading,
    layOut(spot, press) {
      const say = (value: string) => {
        press.inline.added(value, reason);
        return [{ type: 'text', value }] as const;
      };
      const blocks: readonly Block[] = [
        { type: 'heading', depth: 2, id: heading.place, children: say(heading.title) },
        {
          type: 'list',
          ordered: false,
          start: 1,
          children: [...new Set(lines)].map((line) => ({
            type: 'listItem',
            children: [{ type: 'paragraph', children: say(line) }],
          })),
        },
      ];
      const parent = spot.parent.block('Sect', press.fixedWords);
      press.flow.group(() => press.layOut(blocks, { ...spot, parent }, press, 'close'), 'title');
    },
  };
}
