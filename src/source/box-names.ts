/** Names of boxes with the details they may have. */
export const boxNames = {
  table: ['id', 'caption', 'columns', 'row-headers'],
  figure: ['id', 'src', 'alt', 'caption', 'decorative'],
  abbreviations: [],
  glossary: [],
  'key-facts': ['title'],
  note: ['title'],
  contact: ['title'],
  lang: ['lang'],
  'page-break': [],
  page: ['number'],
  'easy-read': ['covers'],
  'left-out': ['section', 'why'],
  facts: ['section', 'why'],
} as const satisfies Record<string, readonly string[]>;

export type BoxName = keyof typeof boxNames;

export function isBoxName(name: string): name is BoxName {
  return Object.hasOwn(boxNames, name);
}
