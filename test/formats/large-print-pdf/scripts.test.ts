import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { PageTextReader, type TextRun } from '../../../src/media/pages/reading/page-text.ts';
import { checkWithVeraPdf } from '../../../src/tools/verapdf.ts';
import { mustBeChecked } from '../../support/must-be-checked.ts';
import { type NoticeLanguage, noticeIn, noticeLanguages } from '../../support/notices.ts';
import { pdfDocument, table, text } from '../../support/pdf-samples.ts';
import { tagsOf } from '../../support/pdf-tags.ts';
import { bodyPassages, writePdf } from '../../support/pdf-writing.ts';

const root = join(import.meta.dirname, '../../..');

/** Everything painted on a page that a mark of the structure tree owns. */
async function runsOn(bytes: Uint8Array, page: number): Promise<readonly TextRun[]> {
  const pdf = await PDFDocument.load(bytes);
  return new PageTextReader(pdf).runsOf(pdf.getPage(page));
}

describe('a notice', () => {
  test.each(noticeLanguages)('in %s is read back word for word, and measures well', async (language) => {
    const document = noticeIn(language);
    const { written, readBack, findings } = await writePdf(document, { contents: true });
    expect(written.findings).toEqual([]);
    expect(findings).toEqual([]);
    expect(readBack.language).toBe(language);
    expect(readBack.passages).toEqual(bodyPassages(document));
  });

  test.each(['ar', 'bn'] as const)('in %s has the tags of any other', async (language) => {
    const { bytes } = await writePdf(noticeIn(language), { contents: true });
    const { text, untagged } = await tagsOf(bytes);
    expect(untagged).toBe('');
    await expect(text).toMatchFileSnapshot(`golden/notice-${language}.tags.txt`);
  });

  test.each(['ar', 'hi', 'zh-Hans'] as const)('in %s has the same bytes each time', async (language) => {
    const first = await writePdf(noticeIn(language));
    await writePdf(noticeIn('bn'), { size: 28 });
    const again = await writePdf(noticeIn(language));
    expect(Buffer.compare(first.bytes, again.bytes)).toBe(0);
  });

  test.for([
    ['ua1', 'ua1+a2a'],
    ['2a', 'ua1+a2a'],
    ['ua2', 'ua2+a4'],
    ['4', 'ua2+a4'],
  ] as const)(
    'in every script passes veraPDF against %s',
    { timeout: 240_000 },
    async ([flavour, standard], context) => {
      const folder = await mkdtemp(join(tmpdir(), 'allformats-scripts-'));
      try {
        const files: string[] = [];
        for (const language of noticeLanguages) {
          const { bytes } = await writePdf(noticeIn(language), { contents: true, standard });
          files.push(join(folder, `${language}.pdf`));
          await writeFile(files.at(-1) as string, bytes);
        }
        const { findings } = mustBeChecked(context, await checkWithVeraPdf(files, root, flavour));
        expect(Object.fromEntries(findings)).toEqual(Object.fromEntries(files.map((file) => [file, []])));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  );
});

describe('a document that runs from right to left', () => {
  const rightToLeft: readonly NoticeLanguage[] = ['ar', 'ur', 'he'];

  test.each(rightToLeft)('in %s starts its lines, labels and tables on the right', async (language) => {
    const { bytes } = await writePdf(noticeIn(language), { contents: false });
    const { width } = (await PDFDocument.load(bytes)).getPage(0).getSize();
    const margin = (20 * 72) / 25.4;
    const [title] = (await runsOn(bytes, 0)).filter(({ size }) => size > 24);
    expect(title?.text).not.toBe('');
    const runs = [...(await runsOn(bytes, 0)), ...(await runsOn(bytes, 1))];
    const edgeOf = (words: string): number =>
      Math.max(...runs.filter(({ drawn }) => drawn === words).map(({ right }) => right));
    expect(edgeOf('•')).toBeGreaterThan(width - margin - 12);
    expect(Math.max(...runs.map(({ right }) => right))).toBeLessThanOrEqual(width - margin + 0.6);
    const told = (said: string) =>
      runs.find(({ text, size, font }) => text.trim() === said && size < 20.5 && font.isBold);
    const { caption, columns } = tableOf(language);
    expect(caption).not.toBe('');
    const places = columns.map((name) => told(name.split(' ')[0] ?? '')?.left ?? Number.NaN);
    expect(places).toEqual([...places].sort((a, b) => b - a));
  });

  test('has a part in another language in that one’s direction', async () => {
    const part = {
      type: 'languagePart',
      lang: 'en',
      children: [
        table([
          ['One', 'Two'],
          ['a', 'b'],
        ]),
      ],
    } as const;
    const base = pdfDocument([part, { type: 'paragraph', children: [text('שלום עולם')] }]);
    const { bytes } = await writePdf({ ...base, meta: { ...base.meta, language: 'he' } });
    const runs = await runsOn(bytes, 0);
    const left = (said: string): number =>
      runs.find(({ drawn }) => drawn.trim() === said)?.left ?? Number.NaN;
    expect(left('One')).toBeLessThan(left('Two'));
    expect(left('One')).toBeLessThan(100);
  });

  test('has what is added in English on the left', async () => {
    const { bytes, findings } = await writePdf(noticeIn('he'), { about: true });
    expect(findings).toEqual([]);
    const pages = (await PDFDocument.load(bytes)).getPageCount();
    const runs = (await Promise.all(Array.from({ length: pages }, (_, page) => runsOn(bytes, page)))).flat();
    expect(runs.find(({ drawn }) => drawn.startsWith('About this'))?.left).toBeLessThan(60);
  });

  test('has its page numbers and its list of contents mirrored', async () => {
    const base = noticeIn('ar');
    const { bytes, findings, written } = await writePdf(
      { ...base, meta: { ...base.meta, language: 'ar-XB' } },
      { contents: true },
    );
    expect(written.findings).toEqual([]);
    expect(findings.filter(({ rule }) => rule !== 'pdf/page-number')).toEqual([]);
    const artifacts = (await runsOn(bytes, 1)).filter(({ isArtifact }) => isArtifact);
    expect(Math.max(...artifacts.map(({ right }) => right))).toBeGreaterThan(530);
    const contents = (await runsOn(bytes, 0)).filter(({ drawn }) => /^\s*\d\s*$/.test(drawn));
    expect(contents.some(({ left }) => left < 70)).toBe(true);
  });
});

function tableOf(language: NoticeLanguage) {
  const found = noticeIn(language).children.find(({ type }) => type === 'table');
  if (found?.type !== 'table') throw new Error('The notice has no table.');
  const words = found.columns.map(({ children }) => {
    const [first] = children;
    return first?.type === 'paragraph' && first.children[0]?.type === 'text' ? first.children[0].value : '';
  });
  return { caption: found.caption ?? '', columns: words };
}
