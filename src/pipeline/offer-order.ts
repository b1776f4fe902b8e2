import { formatIds } from '../formats/registry.ts';
import type { Profile } from '../profiles/profile.ts';

/** Sorts profiles as people are offered them: by format, then by name, so that sizes stand in their order. */
export function byOffer(one: Profile, other: Profile): number {
  const formats = formatIds.indexOf(one.format) - formatIds.indexOf(other.format);
  return formats !== 0 ? formats : one.id < other.id ? -1 : 1;
}
