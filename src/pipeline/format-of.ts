import type { Format } from '../formats/format.ts';
import { formatIds, hasStamp, linksToSiblings, loadFormat } from '../formats/registry.ts';
import { Failure } from '../kernel/failure.ts';
import type { Profile } from '../profiles/profile.ts';
import { profileFailure } from '../profiles/profile-failure.ts';
import { fontStamp, loadFonts } from './load-fonts.ts';
import type { Sibling } from './sibling.ts';

export interface ReadyFormat {
  readonly format: Format<unknown>;
  /** Checked by the format's own schema, with its usual values filled in. */
  readonly options: unknown;
}

/** A profile's format with its options; `path` is where a page will stand in the folder of the outputs. @throws Failure `profile-invalid` */
export async function formatOf(
  profile: Profile,
  siblings: readonly Sibling[] = [],
  path = '',
): Promise<ReadyFormat> {
  const format = await loadFormat(profile.format);
  if (format === undefined) {
    throw new Failure(
      'profile-invalid',
      `The profile ${profile.id}.yaml asks for the format "${profile.format}". There are: ${formatIds.join(', ')}.`,
    );
  }
  const fontFiles = await loadFonts(profile);
  const wanted = {
    ...profile.options,
    ...(linksToSiblings(format.id) && { siblings, path }),
    ...(fontFiles && { fontFiles }),
  };
  const options = format.options.safeParse(wanted);
  if (!options.success)
    throw profileFailure(profile.file ?? `${profile.id}.yaml`, options.error.issues, wanted, ['options']);
  return { format, options: options.data };
}

/** What a profile's outputs depend on beside the report and the code; empty for most. Formats without it are not loaded for this. */
export async function stampOf(profile: Profile): Promise<string> {
  if (!hasStamp(profile.format)) return fontStamp(profile);
  const { format, options } = await formatOf(profile);
  return `${(await format.stamp?.(options)) ?? ''}${fontStamp(profile)}`;
}
