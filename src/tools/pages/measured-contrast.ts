/// <reference lib="dom" />
import type { JSHandle, Page } from 'playwright-core';
import { type PageFault, type TextToMeasure, textOnPictures } from './in-page.ts';

/** WCAG 2.2, 1.4.3: contrast of text, and of text of 18 point or 14 point bold. */
const least = 4.5;
const leastLarge = 3;

const hidden =
  '*, *::before, *::after { color: transparent !important; -webkit-text-fill-color: transparent !important; text-decoration-color: transparent !important; }';

/**
 * Measures letters over pictures and blends of colours on a picture of the page without its letters. A letter fails where even
 * the best point behind it has too little contrast, so that nothing is reported that somebody could read.
 */
export async function measureContrast(page: Page): Promise<PageFault[]> {
  const texts = await page.evaluate(textOnPictures);
  if (texts.length === 0) return [];
  const style = await page.addStyleTag({ content: hidden });
  const shot = await page.screenshot({ fullPage: true, animations: 'disabled' });
  await removeNode(style);
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(shot).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return texts.flatMap((text) => faultOf(text, data, info.width, info.height) ?? []);
}

function faultOf(
  text: TextToMeasure,
  pixels: Uint8Array,
  width: number,
  height: number,
): PageFault | undefined {
  const [red = 0, green = 0, blue = 0, alpha = 1] = text.colour.split(',').map(Number);
  const asked = text.large ? leastLarge : least;
  for (const [x, y, wide, high] of text.boxes) {
    let best = 0;
    for (let row = Math.max(0, Math.floor(y)); row < Math.min(height, Math.ceil(y + high)); row++) {
      for (let column = Math.max(0, Math.floor(x)); column < Math.min(width, Math.ceil(x + wide)); column++) {
        const at = (row * width + column) * 3;
        const under = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!] as const;
        const blend = (over: number, below: number) => over * alpha + below * (1 - alpha);
        const drawn = luminance(blend(red, under[0]), blend(green, under[1]), blend(blue, under[2]));
        const below = luminance(...under);
        best = Math.max(best, (Math.max(drawn, below) + 0.05) / (Math.min(drawn, below) + 0.05));
      }
    }
    if (best > 0 && best < asked) {
      return {
        selector: text.selector,
        said: `has letters with a contrast of at most ${best.toFixed(1)} to 1 against the picture or blend of colours behind them; ${asked} is the least`,
      };
    }
  }
  return undefined;
}

/** Relative luminance as WCAG 2.2 defines it; channels from 0 to 255. */
function luminance(red: number, green: number, blue: number): number {
  const linear = (channel: number) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Takes a node out of its page. A function in a string would be made and never called. */
export async function removeNode(node: JSHandle<Node>): Promise<void> {
  await node.evaluate((one) => one.parentNode?.removeChild(one));
}
