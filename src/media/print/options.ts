import { z } from 'zod';
import { type FontFiles, fontFamilies } from '../pages/fonts.ts';
import { standards } from '../pages/metadata.ts';
import { contrast, leastContrast } from './contrast.ts';

const colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, 'Write a colour as # and six hexadecimal digits, such as #1a1a1a.');

const colours = z
  .strictObject({
    text: colour.default('#111111'),
    background: colour.default('#ffffff'),
    link: colour.default('#0b3d91'),
  })
  .superRefine(({ text, link, background }, context) => {
    for (const [name, colour] of [
      ['text', text],
      ['link', link],
    ] as const) {
      const found = contrast(colour, background);
      if (found >= leastContrast) continue;
      const message = `the contrast of ${name} (${colour}) and background (${background}) is ${(Math.floor(found * 10) / 10).toFixed(1)} to 1; it must be at least 7 to 1: make the darker of them darker`;
      context.addIssue({ code: 'custom', path: [name], message });
    }
  });

/** Colours by name. The background is printed: on white paper a reader gets the paper that they asked for. */
const schemes = {
  'black on white': { text: '#111111', background: '#ffffff', link: '#0b3d91' },
  'black on cream': { text: '#111111', background: '#fff8e1', link: '#0b3d91' },
  'black on yellow': { text: '#000000', background: '#fff59d', link: '#00297a' },
  'black on pale blue': { text: '#111111', background: '#e3f2fd', link: '#0b3d91' },
  'white on black': { text: '#ffffff', background: '#000000', link: '#bcd9ff' },
  'yellow on black': { text: '#ffff00', background: '#000000', link: '#ffffff' },
} as const;
const schemeNames = Object.keys(schemes) as readonly (keyof typeof schemes)[];

export interface Colours {
  readonly text: string;
  readonly background: string;
  readonly link: string;
}

/** The colours that a profile names or gives one by one. */
export function coloursOf(options: EditionOptions): Colours {
  return typeof options.colours === 'string' ? schemes[options.colours] : options.colours;
}

const fontPath = z.string().trim().min(1);
const ownFont = z.strictObject({
  regular: fontPath.describe('TTF or OTF file, from the folder of the project on.'),
  bold: fontPath.describe('TTF or OTF file of its bold letters.'),
});

function isFontFiles(value: unknown): value is FontFiles {
  if (typeof value !== 'object' || value === null) return false;
  const { regular, bold } = value as Partial<Record<keyof FontFiles, unknown>>;
  return regular instanceof Uint8Array && bold instanceof Uint8Array;
}

/** How the pages are put on paper. */
const printOptions = z.strictObject({
  sides: z.enum(['single', 'double']).default('double'),
  /** Added to the margin where the sheets are fixed, in millimetres; on both sides of a page that has a back. */
  binding: z.number().min(0).max(20).default(0),
  /** A sheet of its own beside the file, for those who print it. */
  sheet: z.boolean().default(false),
  /** Of the paper, as the sheet tells it. */
  stock: z.string().trim().min(1).default('matt, off-white'),
  /** Grams per square metre. Print on the back does not show through paper of 90 or more. */
  weight: z.number().min(60).max(300).default(100),
  fixing: z.enum(['staple', 'spiral', 'loose']).default('staple'),
});

/** What a profile can set. Contrast of 7 to 1 is WCAG's enhanced level (1.4.6); 12 point is the least that clear print allows. */
export const editionOptions = z.strictObject({
  /** Size of the body text in point. Nothing is smaller. */
  size: z.number().min(12).max(40).default(20),
  /** Distance of the lines as a multiple of the size. */
  leading: z.number().min(1.15).max(2).default(1.35),
  paper: z.enum(['A4', 'A3']).default('A4'),
  orientation: z.enum(['portrait', 'landscape']).default('portrait'),
  /** Added between letters, as a share of the size. WCAG 2.2, 1.4.12 asks that 0.12 is possible. */
  letterSpacing: z.number().min(0).max(0.2).default(0),
  /** Added between words, as a share of the size. WCAG 2.2, 1.4.12 asks that 0.16 is possible. */
  wordSpacing: z.number().min(0).max(0.5).default(0),
  /** On all four sides, in millimetres. */
  margin: z.number().min(10).max(40).default(20),
  colours: z
    .union([z.enum(schemeNames), colours], {
      error: `Name one of ${schemeNames.join(', ')}; or give text, background and link.`,
    })
    .prefault({}),
  /** `auto`: when there are more than eight pages. */
  contents: z.union([z.literal('auto'), z.boolean()]).default('auto'),
  /** A page at the end that tells what this edition changes, and how to print it. */
  about: z.boolean().default(true),
  print: printOptions.prefault({}),
  /** Lines that tell where a page of the standard edition begins. `auto`: those that the report has. `true`: else those of standard print. */
  pageMarks: z.union([z.literal('auto'), z.boolean()]).default('auto'),
  /** What the file meets: PDF/UA-1 with PDF/A-2a, which most programs know, or with PDF/A-3a and the source attached; or PDF/UA-2 with PDF/A-4. */
  standard: z.enum(standards).default('ua1+a2a'),
  family: z.enum(fontFamilies).default('Atkinson Hyperlegible Next'),
  font: ownFont.optional().describe('The font of the team. What it lacks is printed in the family.'),
  fontFiles: z
    .custom<FontFiles>((value) => isFontFiles(value), 'It is read from the files of "font".')
    .optional()
    .describe('The content of these files: filled in when a report is converted, and not for profiles.'),
});

export type EditionOptions = z.output<typeof editionOptions>;
