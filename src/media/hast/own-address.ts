import { z } from 'zod';

/** Options of pages that name their own address. */
export const addressOptions = {
  baseAddress: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Web address of the folder in which the outputs are published. The page then names its own address.',
    ),
  path: z.string().optional().describe('Where the page stands in that folder; the program fills it in.'),
};

/** The address of a page below a base, or undefined without a base. */
export function ownAddress(baseAddress: string | undefined, path = ''): string | undefined {
  if (baseAddress === undefined) return undefined;
  return new URL(path, baseAddress.endsWith('/') ? baseAddress : `${baseAddress}/`).href;
}
