import type { Finding } from '../../kernel/finding.ts';
import type { Output } from '../../kernel/output.ts';
import type { TextRun } from '../../media/pages/reading/page-text.ts';
import type { LargePrintOptions } from './options.ts';

/** Measuring error in points: positions are written to a hundredth. */
const tolerance = 0.6;
const pointsPerMillimetre = 72 / 25.4;
/** How many places of one kind are told one by one. */
const mostFindings = 20;
const paperSizes = { A4: [595.28, 841.89], A3: [841.89, 1190.55] } as const;

const fix = 'This is a fault of allformats, not of the report. Please report it; do not publish this file.';
const rules = {
  'pdf/too-small': 'is smaller than the size asked for',
  'pdf/outside': 'stands outside the margins',
  'pdf/overlap': 'is printed over other words',
  'pdf/font': 'is not in an embedded upright sans-serif font',
  'pdf/rotated': 'is turned or mirrored',
  'pdf/not-text': 'has letters of which the file does not say what they are',
} as const;
type Rule = keyof typeof rules;

/** Measures every word on the finished pages: what a validator of tags does not see and a reader with low vision does. */
export async function checkGeometry(
  outputs: readonly Output[],
  options: LargePrintOptions,
): Promise<readonly Finding[]> {
  const [{ PDFDocument }, { PageTextReader }] = await Promise.all([
    import('pdf-lib'),
    import('../../media/pages/reading/page-text.ts'),
  ]);
  const found = new Found();
  for (const output of outputs) {
    if (output.mediaType !== 'application/pdf') continue;
    const document = await PDFDocument.load(output.bytes, { updateMetadata: false });
    const reader = new PageTextReader(document);
    document.getPages().forEach((page, index) => {
      const { width, height } = page.getSize();
      if (!isPaper(width, height, options)) {
        found.findings.push({
          rule: 'pdf/paper',
          severity: 'error',
          message: `Page ${index + 1} is ${Math.round(width)} by ${Math.round(height)} points, not ${options.paper} ${options.orientation}.`,
          fix,
        });
      }
      checkPage(index + 1, reader.runsOf(page).filter(hasInk), { width, height }, options, found);
    });
  }
  found.close();
  return found.findings;
}

class Found {
  readonly findings: Finding[] = [];
  readonly #counts = new Map<Rule, number>();

  add(rule: Rule, page: number, run: TextRun, more = ''): void {
    const count = (this.#counts.get(rule) ?? 0) + 1;
    this.#counts.set(rule, count);
    if (count > mostFindings) return;
    const [left, bottom, right, top] = boxOf(run).map((edge) => Math.round(edge));
    const place = `page ${page}, ${left} to ${right} points from the left and ${bottom} to ${top} from the bottom`;
    const words = run.drawn.trim().slice(0, 80);
    this.findings.push({
      rule,
      severity: 'error',
      message: `"${words}" ${rules[rule]}${more} (${place}).`,
      fix,
    });
  }

  close(): void {
    for (const [rule, count] of this.#counts) {
      if (count <= mostFindings) continue;
      this.findings.push({
        rule,
        severity: 'error',
        message: `There are ${count - mostFindings} more such places.`,
        fix,
      });
    }
  }
}

function checkPage(
  page: number,
  runs: readonly TextRun[],
  { width, height }: { readonly width: number; readonly height: number },
  options: LargePrintOptions,
  found: Found,
): void {
  const margin = options.margin * pointsPerMillimetre - tolerance;
  for (const run of runs) {
    const { font } = run;
    if (run.size < options.size - 0.01) {
      found.add(
        'pdf/too-small',
        page,
        run,
        `: ${Math.round(run.size * 10) / 10} points instead of ${options.size}`,
      );
    }
    const [left, bottom, right, top] = boxOf(run);
    if (left < margin || bottom < margin || right > width - margin || top > height - margin)
      found.add('pdf/outside', page, run);
    if (!font.isEmbedded || font.isSerif || font.isItalic) found.add('pdf/font', page, run, `: ${font.name}`);
    if (run.isRotated) found.add('pdf/rotated', page, run);
    if (run.isUnmapped) found.add('pdf/not-text', page, run);
  }
  const sorted = [...runs].sort((a, b) => b.baseline - a.baseline);
  sorted.forEach((run, index) => {
    const [left, bottom, right] = boxOf(run);
    for (let at = index + 1; at < sorted.length; at++) {
      const other = sorted[at] as TextRun;
      const [otherLeft, , otherRight, otherTop] = boxOf(other);
      if (otherTop - bottom < -100) break;
      const across = Math.min(right, otherRight) - Math.max(left, otherLeft);
      const down = otherTop - bottom;
      // A tenth of the size is less than the gap between letters and more than any kerning.
      const least = Math.min(run.size, other.size) * 0.1;
      if (across > least && down > least)
        found.add('pdf/overlap', page, other, `: "${run.drawn.trim().slice(0, 40)}"`);
    }
  });
}

/** Left, bottom, right, top of the letters without their longest strokes: what must be free of other letters. */
function boxOf({ left, right, baseline, size }: TextRun): readonly [number, number, number, number] {
  return [left, baseline - size * 0.2, right, baseline + size * 0.68];
}

/** Marks are painted over their letters on purpose, and spaces have nothing to see. */
function hasInk({ drawn }: TextRun): boolean {
  return !/^[\p{M}\s]*$/u.test(drawn);
}

function isPaper(width: number, height: number, { paper, orientation }: LargePrintOptions): boolean {
  const [short, long] = paperSizes[paper];
  const [wantedWidth, wantedHeight] = orientation === 'portrait' ? [short, long] : [long, short];
  return Math.abs(width - wantedWidth) < 1 && Math.abs(height - wantedHeight) < 1;
}
