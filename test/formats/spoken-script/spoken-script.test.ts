import { beforeAll, describe, expect, it } from 'vitest';
import { bodyReadingOf } from '../../../src/document/passages.ts';
import type { Written } from '../../../src/formats/format.ts';
import spokenScript from '../../../src/formats/spoken-script/index.ts';
import { utterancesOf } from '../../../src/media/speech/script.ts';
import { toScript } from '../../../src/media/speech/to-script.ts';
import { openProject } from '../../../src/pipeline/project.ts';
import { prove } from '../../../src/pipeline/prove.ts';
import { expectedReading, plan } from '../../../src/plan/plan.ts';
import { sound, soundEasyRead } from '../../support/mutations.ts';
import { readText } from '../../support/read-text.ts';

const profile = openProject(new URL('../../..', import.meta.url).pathname).profiles.find(
  ({ id }) => id === 'spoken-script',
)!;
const options = spokenScript.options.parse({ lexicon: { Bins: 'binz' } });
const text = ({ outputs: [output] }: Written) => new TextDecoder().decode(output!.bytes);

async function make(source: string) {
  const { document } = readText(source, soundEasyRead);
  const planned = plan(document, profile);
  return { document, planned, written: await spokenScript.write(planned.document, options) };
}

async function faultsOf({ document, planned, written }: Awaited<ReturnType<typeof make>>, changed: string) {
  const outputs = written.outputs.map((one) => ({ ...one, bytes: new TextEncoder().encode(changed) }));
  const back = await spokenScript.readBack(outputs);
  const changes = [...planned.changes, ...written.changes];
  const body = bodyReadingOf(planned.document);
  const proof = prove(expectedReading(document, profile), back, changes, document.meta, body);
  return [...proof.findings, ...((await spokenScript.check?.(outputs, options)) ?? [])].map(
    ({ rule }) => rule,
  );
}

let made: Awaited<ReturnType<typeof make>>;
beforeAll(async () => {
  made = await make(sound);
});

describe('the script of a recording', () => {
  it('reads like this', async () => {
    await expect(text(made.written)).toMatchFileSnapshot('golden/script.txt');
  });

  it('holds every word, link, heading, list and cell', async () => {
    expect(await faultsOf(made, text(made.written))).toEqual([]);
  });

  it('has the sentences of the recording with their numbers', () => {
    const ids = toScript(made.planned.document).parts.flatMap(utterancesOf);
    const numbers = [...text(made.written).matchAll(/^ *(?:\++ )?(\d+)(?: [^:]+)?: /gm)].map(
      ([, one]) => `u${one}`,
    );
    expect(numbers).toEqual(ids.map(({ id }) => id));
  });

  it('tells how long it lasts, and how words of the lexicon are said', () => {
    expect(text(made.written)).toMatch(/\[It lasts about \d+ minutes\.\]/);
    expect(text(made.written)).toMatch(/^Bins → binz$/m);
  });

  it('keeps signs of the script that are words of the report', async () => {
    const odd = await make(
      sound.replace(
        'It waters',
        'It [waters] <a|b> \\\\[c → 3 → d, [one. Two](https://example.org/a|b%3E) and [12: x](https://example.org/y). Water',
      ),
    );
    expect(await faultsOf(odd, text(odd.written))).toEqual([]);
  });
});

describe('it is told when', () => {
  it.each([
    ['a word is dropped', 'every one of', 'every of', 'fidelity/lost'],
    [
      'a word of the report is put among those of the voice',
      'every one of',
      'every [one] of',
      'fidelity/lost',
    ],
    ['a heading has another level', /^\+\+ (\d+: [^[])/m, '+++ $1', 'fidelity/role'],
    ['a list item stands outside its list', /^ {2}(\d+: )/m, '$1', 'fidelity/list'],
    ['a cell moves', /\(1\.1\.2\)/, '(1.1.3)', 'fidelity/cell'],
    ['a link leads elsewhere', /\|(https?:)/, '|x$1', 'fidelity/link-lost'],
    ['two sentences have one number', /^(\+*) ?9/m, '$1 8', 'script/numbers'],
    ['a number is said in another sentence', /^( +→ )\S+( →)/m, '$1nowhere$2', 'script/said'],
  ] as const)('%s', async (_, from, to, rule) => {
    const whole = text(made.written);
    const changed = whole.replace(from, to);
    expect(changed).not.toBe(whole);
    expect(await faultsOf(made, changed)).toContain(rule);
  });

  it('a line of the report is lost', async () => {
    const lines = text(made.written).split('\n');
    const missed: string[] = [];
    for (const [index, line] of lines.entries()) {
      if (!/^ *(?:\++ )?\d+(?: [^:]+)?: [^[]/.test(line)) continue;
      if ((await faultsOf(made, lines.toSpliced(index, 1).join('\n'))).length === 0) missed.push(line);
    }
    expect(missed).toEqual([]);
  });
});
