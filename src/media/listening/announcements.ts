/** What a screen reader says before and after what stands inside, by the role that the browser tells. */
export interface Announcement {
  readonly before: string;
  readonly after?: string;
  /** The name is said before the words. */
  readonly named?: true;
}

export const landmarkRoles: Readonly<Record<string, string>> = {
  banner: 'banner',
  navigation: 'navigation',
  main: 'main content',
  complementary: 'complementary',
  contentinfo: 'content information',
  search: 'search',
  form: 'form',
  region: 'region',
};

export const groupRoles: Readonly<Record<string, Announcement>> = {
  figure: { before: 'figure', after: 'leaving figure', named: true },
  blockquote: { before: 'block quote', after: 'leaving block quote' },
  note: { before: 'note', named: true },
  article: { before: 'article', named: true },
  group: { before: 'group', named: true },
  radiogroup: { before: 'group', named: true },
  dialog: { before: 'dialog', named: true },
  alert: { before: 'alert' },
  term: { before: 'term' },
  definition: { before: 'definition' },
  caption: { before: 'caption' },
  Figcaption: { before: 'caption' },
};

/** Things to work with, which are said in one piece. */
export const fieldRoles: Readonly<Record<string, string>> = {
  textbox: 'edit',
  searchbox: 'search edit',
  checkbox: 'check box',
  radio: 'radio button',
  combobox: 'combo box',
  listbox: 'list box',
  switch: 'switch',
  slider: 'slider',
  spinbutton: 'spin button',
  Date: 'date edit',
  InputTime: 'time edit',
  ColorWell: 'colour',
};

export const mediaRoles: Readonly<Record<string, string>> = {
  Video: 'video',
  Audio: 'audio',
  Iframe: 'frame',
  progressbar: 'progress bar',
  meter: 'meter',
  math: 'math',
  separator: 'separator',
};

/** Blocks that are said as "blank" when they hold no words. */
export const blankRoles: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'listitem',
  'definition',
  'term',
]);
