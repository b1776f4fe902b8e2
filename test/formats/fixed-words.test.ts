import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'parse5';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { english } from '../../src/document/furniture/english.ts';
import { catalogues } from '../../src/document/furniture/furniture-of.ts';
import { bodyReadingOf } from '../../src/document/passages.ts';
import { loadFormat } from '../../src/formats/registry.ts';
import type { Output } from '../../src/kernel/output.ts';
import { PageTextReader } from '../../src/media/pages/reading/page-text.ts';
import { prove } from '../../src/pipeline/prove.ts';
import { expectedReading, plan } from '../../src/plan/plan.ts';
import { loadProfiles } from '../../src/profiles/load-profiles.ts';
import type { Profile } from '../../src/profiles/profile.ts';
import { readSource } from '../../src/source/read-source.ts';
import { bookTexts } from '../support/book-files.ts';
import { fakeVoice } from '../support/fake-voice.ts';

// The report is in Greek and its language is the pseudo-language, whose fixed words have no plain Latin letters:
// a Latin word in an output was written into the code of its format.

type Reader = (output: Output) => Promise<string>;

/** How English numbers and short forms are said, which the script of a recording tells: said by a voice, no fixed words. */
const sayings = /^(?: +→ )?\S.* → .*$/gm;

const decode = (output: Output) => new TextDecoder().decode(output.bytes);

interface HtmlNode {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly HtmlNode[];
}

/** What is shown or said: text and the attributes that hold words. */
function htmlWords(node: HtmlNode): string {
  if (node.nodeName === 'style' || node.nodeName === 'script') return '';
  const said = (node.attrs ?? [])
    .filter(({ name }) => ['alt', 'title', 'aria-label', 'placeholder'].includes(name))
    .map(({ value }) => value);
  return [
    node.nodeName === '#text' ? node.value : '',
    ...said,
    ...(node.childNodes ?? []).map(htmlWords),
  ].join(' ');
}

const htmlReader: Reader = async (output) => htmlWords(parse(decode(output)) as unknown as HtmlNode);

/** How the words of each kind of file are found, by its media type. A new kind of file needs a line here. */
const readers: Readonly<Record<string, Reader>> = {
  'text/html': htmlReader,
  'text/plain': async (output) => decode(output).replace(sayings, ''),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': async (output) =>
    [...bookTexts(output.bytes)]
      .filter(([path]) => path.startsWith('word/') && !/styles|settings|rels/.test(path))
      .map(([, xml]) => xml.replace(/<w:instrText.*?<\/w:instrText>|<[^>]*>/g, ' '))
      .join(' '),
  'application/zip': async (output) =>
    [...bookTexts(output.bytes)]
      .filter(([path]) => /^(?:content\.html|label\.txt)$/.test(path))
      .map(([path, words]) =>
        path === 'label.txt'
          ? words
          : htmlWords(parse(words.replace(/^<\?xml.*?\?>/, '')) as unknown as HtmlNode),
      )
      .join(' '),
  'application/epub+zip': async (output) =>
    [...bookTexts(output.bytes)]
      .filter(([path]) => path.endsWith('.xhtml'))
      .map(([, page]) => htmlWords(parse(page.replace(/^<\?xml.*?\?>/, '')) as unknown as HtmlNode))
      .join(' '),
  'application/pdf': async (output) => {
    const pdf = await PDFDocument.load(output.bytes);
    const reader = new PageTextReader(pdf);
    return pdf
      .getPages()
      .flatMap((page) => reader.paintedOn(page).runs.map((run) => run.text))
      .join('');
  },
};

/** Addresses are no words. */
const address = /\S*(?:@|https?:|\bb\.gr)\S*/g;

const source = readFileSync(new URL('pseudo-report.md', import.meta.url), 'utf8');
const profiles = loadProfiles([fileURLToPath(new URL('../../profiles', import.meta.url))]);

/** A voice that is there on every machine and for every language. */
function optionsOf({ format, options }: Profile) {
  return format === 'audio' ? { ...options, engine: fakeVoice() } : options;
}

/** The Latin words of a profile's outputs of the report, and what the read-back finds there. */
async function madeIn(language: string, profile: Profile) {
  const bytes = new TextEncoder().encode(source.replace('LANGUAGE', language));
  const { document } = readSource({
    report: { file: 'pseudo-report.md', bytes },
    loadAsset: () => {
      throw new Error('The report has no pictures.');
    },
  });
  const format = await loadFormat(profile.format);
  if (format === undefined) throw new Error(`No format ${profile.format}`);
  const planned = plan(document, profile);
  const written = await format.write(planned.document, format.options.parse(optionsOf(profile)));
  let words = '';
  const latin: string[] = [];
  for (const output of written.outputs) {
    const type = output.mediaType.split(';')[0] ?? '';
    const read = readers[type];
    if (read === undefined) throw new Error(`Say in this test how the words of ${type} are found.`);
    const found = await read(output);
    words += found;
    latin.push(...(found.replace(address, ' ').match(/[A-Za-z]{2,}/g) ?? []));
  }
  const changes = [...planned.changes, ...written.changes];
  const proof = prove(
    expectedReading(document, profile),
    await format.readBack(written.outputs),
    changes,
    document.meta,
    bodyReadingOf(planned.document),
  );
  return { words, latin, faults: proof.findings.map(({ message }) => message) };
}

const real = catalogues.filter(({ language }) => !/^en|-X/.test(language));

/** Texts of three words or more without a place to fill: none of them is right in another language by chance. */
const englishSentences = sentencesOf(english);

function sentencesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split(' ').length > 2 && !value.includes('{') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentencesOf) : [];
}

/**
 * One profile of each format that prints the report as it is. Braille has no Latin letters to look for; packs are in English,
 * and marked so.
 */
const printing = new Map(
  profiles
    .filter(
      ({ format, transforms }) =>
        format !== 'braille' &&
        !transforms.some((name) => /^easy-read-layer$|-cards$|-pack$|-script$|-order$/.test(name)),
    )
    .map((one) => [one.format, one]),
);

describe.each([...printing])('the fixed words of %s', (_, profile) => {
  it.each(['en-XA', 'ar-XB'])('all come from the catalogue: %s', async (language) => {
    expect(await madeIn(language, profile)).toMatchObject({ latin: [], faults: [] });
  });

  it.each(real.map((one) => one.language))('stand in every real language: %s', async (language) => {
    const { words, faults } = await madeIn(language, profile);
    expect(faults).toEqual([]);
    expect(words).not.toContain('{');
    expect(englishSentences.filter((sentence) => words.includes(sentence))).toEqual([]);
  });

  it('are English where the language has no catalogue', async () => {
    const { latin } = await madeIn('tlh', profile);
    expect(latin).toContain('Published');
  });
});
