import type { Format } from './format.ts';

/** Every format, by id, loaded when it is asked for: heavy libraries cost start-up time. */
const registry = {
  html: () => import('./html/index.ts'),
  'easy-read-html': () => import('./easy-read-html/index.ts'),
  'large-print-pdf': () => import('./large-print-pdf/index.ts'),
  'plain-text': () => import('./plain-text/index.ts'),
} as const;

export const formatIds: readonly string[] = Object.keys(registry);

/** The format, or undefined where there is none with this id. */
export async function loadFormat(id: string): Promise<Format<unknown> | undefined> {
  if (!Object.hasOwn(registry, id)) return undefined;
  const { default: format } = await registry[id as keyof typeof registry]();
  return format as Format<unknown>;
}
