import { createHash } from 'node:crypto';
import type { Meta } from '../../document/tree.ts';

/**
 * A name that stays with one edition of a report in one format, and that no other has: a UUID of version 8 (RFC 9562) from
 * its title, publisher, language, version and date.
 */
export function bookIdentifier(
  meta: Pick<Meta, 'title' | 'organisation' | 'language' | 'version' | 'date'>,
  format: string,
): string {
  const { title, organisation, language, version, date } = meta;
  const hash = createHash('sha256').update(
    JSON.stringify(['allformats', format, title, organisation, language, version, date]),
  );
  const bytes = hash.digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  const parts = [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ] as const;
  return `urn:uuid:${parts.map(([from, to]) => hex.slice(from, to)).join('-')}`;
}
