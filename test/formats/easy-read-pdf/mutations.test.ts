import { PDFName, PDFString } from 'pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { easyReadPdf } from '../../support/easy-read-pdf.ts';
import { BrokenPdf } from '../../support/pdf-mutations.ts';

const layer = `:::easy-read{covers="parks"}
## About our parks

${Array.from({ length: 16 }, (_, index) => `:pic[people] This is idea ${index + 1}. It is short.\n\n`).join('')}:::
`;

/** The operators of one page, changed. */
function repaint(file: BrokenPdf, page: number, change: (operators: string) => string): void {
  file.repaint(page, (before) => {
    const after = change(before);
    expect(after).not.toBe(before);
    return after;
  });
}

const picture = /q \S+ 0 0 \S+ \S+ \S+ cm \/Idea1 Do Q/;

describe('a finished file', () => {
  let made: Awaited<ReturnType<typeof easyReadPdf>>;
  beforeAll(async () => {
    made = await easyReadPdf(layer);
  });

  const rulesAfter = async (change: (file: BrokenPdf) => void): Promise<readonly string[]> => {
    const file = await BrokenPdf.open(made.bytes);
    change(file);
    const findings = await made.judge(await file.save());
    return [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule))];
  };

  test('raises no alarm when it is only saved again', async () => {
    expect(await rulesAfter(() => {})).toEqual([]);
  });

  test.each<[string, string, (file: BrokenPdf) => void]>([
    [
      'a picture is not painted',
      'pdf/idea-picture',
      (file) => repaint(file, 1, (all) => all.replace(picture, '')),
    ],
    [
      'a picture is painted twice beside the same words',
      'pdf/idea-picture',
      (file) => repaint(file, 1, (all) => all.replace(picture, (one) => `${one}\n${one}`)),
    ],
    [
      'a picture stands at the words of another idea',
      'pdf/idea-picture',
      (file) =>
        repaint(file, 1, (all) =>
          all.replace(
            /q (\S+) 0 0 (\S+) (\S+) (\S+) cm \/Idea1/,
            (_, w, h, x, y) => `q ${w} 0 0 ${h} ${x} ${Number(y) - 90} cm /Idea1`,
          ),
        ),
    ],
    [
      'a picture is as small as a letter',
      'pdf/idea-picture',
      (file) =>
        repaint(file, 1, (all) => all.replace(/q \S+ 0 0 \S+ (\S+ \S+ cm \/Idea1)/, 'q 16 0 0 16 $1')),
    ],
    [
      'a picture covers its words',
      'pdf/over-picture',
      (file) =>
        repaint(file, 1, (all) =>
          all.replace(/q (\S+) 0 0 (\S+) \S+ (\S+) cm \/Idea1/, 'q $1 0 0 $2 160 $3 cm /Idea1'),
        ),
    ],
    [
      'a page has no stamp',
      'pdf/draft-stamp',
      (file) => repaint(file, 1, (all) => all.replace(/q [^\n]* \/Stamp Do Q/, '')),
    ],
    [
      'the file does not tell that it is a draft',
      'pdf/draft-stamp',
      (file) => file.pdf.setSubject('An Easy Read document'),
    ],
    [
      'an idea is not painted',
      'fidelity/lost',
      (file) => file.paint(file.part('Idea', 'This is idea 7.'), ({ open, close }) => open + close),
    ],
    [
      'an idea goes on over the page',
      'pdf/idea-row',
      (file) => {
        const [first, last] = [file.part('Idea', 'This is idea 1.'), file.part('Idea', 'This is idea 16.')];
        const words = {
          Type: 'MCR',
          Pg: last.dict.get(PDFName.of('Pg')),
          MCID: last.dict.get(PDFName.of('K')),
        };
        file.drop(last);
        file.kids(first.dict).push(file.pdf.context.obj(words));
      },
    ],
    ['an idea has no tag', 'fidelity/lost', (file) => file.drop(file.part('Idea', 'This is idea 7.'))],
    [
      'the box on the first page does not say that it is a draft',
      'fidelity/notice-lost',
      (file) => file.drop(file.part('P', 'Draft, not yet checked')),
    ],
    [
      'a heading is a paragraph',
      'fidelity/role',
      (file) => file.retype(file.part('H2', 'About our parks'), 'P'),
    ],
    [
      'the language is another',
      'fidelity/language',
      (file) => file.pdf.catalog.set(PDFName.of('Lang'), PDFString.of('de')),
    ],
  ])('%s', async (_, rule, change) => {
    expect(await rulesAfter(change)).toContain(rule);
  });
});

test('a version of more than 24 pages is told as too long, at 16 point', async () => {
  const ideas = Array.from({ length: 150 }, (_, index) => `:pic[people] This is idea ${index + 1}.\n\n`);
  const long = `:::easy-read{covers="parks"}\n## About our parks\n\n${ideas.join('')}:::\n`;
  const { findings } = await easyReadPdf(long);
  const [finding] = findings.filter(({ rule }) => rule === 'pdf/too-many-pages');
  expect(finding).toMatchObject({ severity: 'warning' });
  const larger = await easyReadPdf(long, { options: { size: 24 } });
  expect(larger.findings.filter(({ rule }) => rule === 'pdf/too-many-pages')).toEqual([]);
});
