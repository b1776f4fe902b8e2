import type { Format } from './format.ts';

interface Entry {
  /** Loaded when it is asked for: heavy libraries cost start-up time. */
  load(): Promise<{ readonly default: unknown }>;
  /** Its pages link to the report's other formats, which it takes as the option `siblings`. */
  readonly links?: true;
  /** Takes files of a font, which its option `font` names, as the option `fontFiles`. */
  readonly hasFonts?: true;
  /** Its bytes depend on a program: see `stamp` of the format. */
  readonly hasStamp?: true;
  /** Minutes that a report may take, waiting for its turn included, where the usual 5 are too few. */
  readonly minutes?: number;
}

/** Every format, by id, in the order in which people are offered them: what most people can use comes first. */
const registry: Readonly<Record<string, Entry>> = {
  html: { load: () => import('./html/index.ts'), links: true },
  'easy-read-html': { load: () => import('./easy-read-html/index.ts'), links: true },
  'easy-read-pdf': { load: () => import('./easy-read-pdf/index.ts') },
  'large-print-pdf': { load: () => import('./large-print-pdf/index.ts'), hasFonts: true },
  'plain-text': { load: () => import('./plain-text/index.ts') },
  docx: { load: () => import('./docx/index.ts') },
  epub: { load: () => import('./epub/index.ts') },
  braille: { load: () => import('./braille/index.ts'), hasStamp: true },
  audio: { load: () => import('./audio/index.ts'), hasStamp: true, minutes: 60 },
  'spoken-script': { load: () => import('./spoken-script/index.ts') },
};

export const formatIds: readonly string[] = Object.keys(registry);

export function linksToSiblings(id: string): boolean {
  return Object.hasOwn(registry, id) && registry[id]?.links === true;
}

/** Longer than any report should take in this format. */
export function minutesFor(id: string): number {
  return (Object.hasOwn(registry, id) ? registry[id]?.minutes : undefined) ?? 5;
}

export function hasFonts(id: string): boolean {
  return Object.hasOwn(registry, id) && registry[id]?.hasFonts === true;
}

export function hasStamp(id: string): boolean {
  return Object.hasOwn(registry, id) && registry[id]?.hasStamp === true;
}

/** The format, or undefined where there is none with this id. */
export async function loadFormat(id: string): Promise<Format<unknown> | undefined> {
  if (!Object.hasOwn(registry, id)) return undefined;
  return (await registry[id]?.load())?.default as Format<unknown> | undefined;
}
