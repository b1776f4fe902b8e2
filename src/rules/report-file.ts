import type { Document } from '../document/tree.ts';

/** The file of the report, as a person would type it behind a command. */
export function reportFile({ meta, source }: Document): string {
  return meta.places?.get('title')?.file ?? source?.name ?? 'the report';
}
