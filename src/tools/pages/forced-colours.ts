import type { Page } from 'playwright-core';
import { type PageFault, setFocus, withoutOutline } from './in-page.ts';

/** Kinds of controls that are looked at twice. */
const mostPictures = 8;

/**
 * With the colours of the system, as many people with low vision set them, shadows and backgrounds are gone: controls without
 * an outline are looked at with and without the focus. `alreadyTold` is left out.
 */
export async function unseenFocusInForcedColours(
  page: Page,
  alreadyTold: readonly PageFault[],
): Promise<PageFault[]> {
  const suspects = await page.evaluate(withoutOutline, mostPictures);
  if (suspects.length === 0) return [];
  const told = new Set(alreadyTold.map(({ selector }) => selector));
  const faults: PageFault[] = [];
  await page.emulateMedia({ forcedColors: 'active' });
  for (const index of suspects) {
    const { selector, isText } = await page.evaluate(setFocus, [index, true] as const);
    if (isText || told.has(selector)) continue;
    const withFocus = await page.screenshot();
    await page.evaluate(setFocus, [index, false] as const);
    if (withFocus.equals(await page.screenshot()))
      faults.push({ selector, said: 'looks the same with and without the focus in forced colours' });
  }
  await page.emulateMedia({ forcedColors: null });
  return faults;
}
