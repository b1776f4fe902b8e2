import type { OutputPlace } from '../kernel/finding.ts';

/** A place in a finished file, in words that a person can follow. */
export function outputPlaceText(place: OutputPlace): string {
  if ('line' in place) return `line ${place.line}`;
  if ('selector' in place) return place.selector;
  const [left, bottom, right, top] = place.box;
  return `page ${place.page}, ${left} to ${right} points from the left and ${bottom} to ${top} from the bottom`;
}
