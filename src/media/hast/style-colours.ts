/**
 * Colours by what they are for. Every text colour has a contrast of at least 7:1 on every ground it stands on (WCAG 2.2, 1.4.6);
 * lines that carry meaning have at least 3:1 (1.4.11). NHS blue #005EB8 has 6.4:1 with white, so it bears no text.
 */
export const palette = {
  light: {
    page: '#ffffff',
    text: '#212b32',
    heading: '#002f5f',
    soft: '#f0f4f5',
    tint: '#e8f1fa',
    line: '#768692',
    thin: '#d8dde0',
    link: '#004b93',
    visited: '#4b1f7a',
    accent: '#005eb8',
    quiet: '#3d4a52',
    'nhs-blue': '#005eb8',
    band: '#003087',
    'on-band': '#ffffff',
    focus: '#ffeb3b',
    'on-focus': '#212b32',
    'focus-ring': '#212b32',
  },
  dark: {
    page: '#10181f',
    text: '#f0f4f5',
    heading: '#d6e8fb',
    soft: '#1b262f',
    tint: '#14293d',
    line: '#8fa0ad',
    thin: '#3a4955',
    link: '#a8d1ff',
    visited: '#d9c2ff',
    accent: '#6fb1f5',
    quiet: '#d0d9df',
    'nhs-blue': '#005eb8',
    band: '#00215c',
    'on-band': '#ffffff',
    focus: '#ffeb3b',
    'on-focus': '#212b32',
    'focus-ring': '#ffeb3b',
  },
  cream: {
    page: '#fff6e0',
    text: '#1f1a12',
    heading: '#002a56',
    soft: '#f7ebcb',
    tint: '#f3e6c2',
    line: '#7a6f58',
    thin: '#dccfae',
    link: '#003f7d',
    visited: '#4b1f7a',
    accent: '#005eb8',
    quiet: '#3f3829',
    'nhs-blue': '#005eb8',
    band: '#003087',
    'on-band': '#ffffff',
    focus: '#212b32',
    'on-focus': '#ffffff',
    'focus-ring': '#212b32',
  },
  yellow: {
    page: '#000000',
    text: '#ffff00',
    heading: '#ffff00',
    soft: '#161600',
    tint: '#1f1f00',
    line: '#cccc33',
    thin: '#66661a',
    link: '#ffff00',
    visited: '#ffd9a0',
    accent: '#ffff00',
    quiet: '#ffff00',
    'nhs-blue': '#ffff00',
    band: '#000000',
    'on-band': '#ffff00',
    focus: '#ffffff',
    'on-focus': '#000000',
    'focus-ring': '#ffffff',
  },
} as const;

export function variables(scheme: Readonly<Record<string, string>>): string {
  return Object.entries(scheme)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}

/** Colours and measures as custom properties. The column holds about 66 characters of running text. */
export const colours = `
:root{color-scheme:light dark;--column:33em;--wide:82rem;--edge:clamp(1rem,4vw,2.5rem);${variables(palette.light)}}
@media screen and (prefers-color-scheme:dark){:root{${variables(palette.dark)}}}
`;
