import { describe, expect, test } from 'vitest';
import { fontFamilies, loadFontSet } from '../../../src/media/pages/fonts.ts';

/** A font for an embedded file, with all that the outlines of its glyphs refer to. */
interface Subset {
  includeGlyph(id: number): number;
  encode(): Uint8Array;
}

describe.each(fontFamilies)('%s', (family) => {
  test('has letters, figures and signs of European languages', async () => {
    const { regular, bold } = await loadFontSet(family);
    for (const { font, name } of [regular[0], bold[0]].flatMap((face) => face ?? [])) {
      const missing = [...'AzßéłŵşŽ019€£%“”–…•'].filter(
        (character) => !font.hasGlyphForCodePoint(character.codePointAt(0) as number),
      );
      expect(missing, name).toEqual([]);
    }
  });

  test('gives a part of the font whose letters have outlines', async () => {
    const { regular, bold } = await loadFontSet(family);
    for (const { font, name } of [regular[0], bold[0]].flatMap((face) => face ?? [])) {
      const open = font as unknown as { createSubset(): Subset };
      const sizeOf = (text: string) => {
        const subset = open.createSubset();
        for (const { id } of font.layout(text).glyphs) subset.includeGlyph(id);
        return subset.encode().length;
      };
      // A subset without the shared parts of its outlines grows by a few bytes a letter: the page stays white.
      const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
      expect((sizeOf(letters) - sizeOf('a')) / letters.length, name).toBeGreaterThan(60);
    }
  });
});
