import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import type { CheckReport } from '../../src/kernel/check-report.ts';
import { earl } from '../../src/report/earl.ts';
import { wcagAddress } from '../../src/report/wcag-names.ts';
import { ledgers } from '../../src/rules/ledgers.ts';
import { cleanReport, sampleReport } from '../support/check-reports.ts';

const ns = 'http://www.w3.org/ns/earl#';
const pointers = 'http://www.w3.org/2009/pointers#';
const dct = 'http://purl.org/dc/terms/';

/** The terms that EARL 1.0 defines and that we may use. */
const terms = {
  classes: [
    'Assertion',
    'Assertor',
    'Software',
    'TestCase',
    'TestCriterion',
    'TestRequirement',
    'TestResult',
    'TestSubject',
  ],
  properties: ['assertedBy', 'mode', 'outcome', 'pointer', 'result', 'subject', 'test'],
  values: ['automatic', 'passed', 'failed', 'cantTell', 'untested'],
};

interface Node {
  readonly '@id'?: string;
  readonly '@type'?: readonly string[];
  readonly [property: string]: unknown;
}

/** Nodes with absolute terms, by a JSON-LD processor that may load nothing. */
async function nodesOf(report: CheckReport): Promise<readonly Node[]> {
  const documentLoader = async (url: string) => {
    throw new Error(`A reader would need the network: ${url}`);
  };
  return (await jsonld.flatten(JSON.parse(earl(report)), undefined, { documentLoader })) as unknown as Node[];
}

const idOf = (value: unknown) => (value as readonly { '@id': string }[] | undefined)?.[0]?.['@id'];
const textOf = (value: unknown) => (value as readonly { '@value': string }[] | undefined)?.[0]?.['@value'];

async function outcomes(report: CheckReport) {
  const nodes = await nodesOf(report);
  const byId = new Map(nodes.map((node) => [node['@id'], node]));
  return nodes
    .filter((node) => node['@type']?.includes(`${ns}Assertion`))
    .map((node) => {
      const result = byId.get(idOf(node[`${ns}result`]));
      return {
        file: textOf(byId.get(idOf(node[`${ns}subject`]))?.[`${dct}title`]),
        test: textOf(byId.get(idOf(node[`${ns}test`]))?.[`${dct}identifier`]),
        outcome: idOf(result?.[`${ns}outcome`])?.slice(ns.length),
      };
    });
}

describe('EARL', () => {
  test('uses only terms of EARL 1.0, and each assertion is whole', async () => {
    const nodes = await nodesOf(sampleReport);
    const own = (name: string) => name.startsWith(ns);
    for (const node of nodes) {
      for (const type of (node['@type'] ?? []).filter(own))
        expect(terms.classes).toContain(type.slice(ns.length));
      for (const name of Object.keys(node).filter(own))
        expect(terms.properties).toContain(name.slice(ns.length));
      expect(Object.keys(node).filter((name) => !name.startsWith('@') && !name.includes('://'))).toEqual([]);
    }
    const ids = new Set(nodes.map((node) => node['@id']));
    const assertions = nodes.filter((node) => node['@type']?.includes(`${ns}Assertion`));
    expect(assertions.length).toBeGreaterThan(5);
    for (const node of assertions) {
      for (const name of ['assertedBy', 'subject', 'test', 'result'])
        expect(ids).toContain(idOf(node[ns + name]));
      expect(idOf(node[`${ns}mode`])).toBe(`${ns}automatic`);
    }
  });

  test('tells each outcome: passed, failed, for a person, and not asked', async () => {
    const all = await outcomes(sampleReport);
    const one = (file: string, id: string) =>
      all.filter((told) => told.file === file && told.test === id).map(({ outcome }) => outcome);
    expect(one('sources/a report.md', 'content/link-words')).toEqual(['failed']);
    expect(one('sources/good.md', 'content/link-words')).toEqual(['passed']);
    expect(one('outputs/a/a.html.html', 'axe/color-contrast')).toEqual(['cantTell']);
    expect(one('outputs/a/a.html.html', 'axe-core')).toEqual([]);
    expect(one('outputs/a/a.html.html', 'axe')).toEqual(['cantTell']);
    expect(one('outputs/a/a.html.html', 'fidelity')).toEqual(['failed']);
    expect(one('outputs/good/good.pdf', 'verapdf')).toEqual(['untested']);
    for (const { outcome } of all) expect(terms.values).toContain(outcome);
    expect((await outcomes(cleanReport)).every(({ outcome }) => outcome === 'passed')).toBe(true);
  });

  test('never passes a file that could not be read or made', async () => {
    const failure = { code: 'file-empty', message: 'It is empty.' };
    const empty = { kind: 'source' as const, path: 'sources/empty.md', findings: [], failure };
    const all = await outcomes({
      ...sampleReport,
      subjects: [empty, { ...empty, kind: 'output', path: 'b.pdf' }],
    });
    expect(new Set(all.filter(({ file }) => file === empty.path).map(({ outcome }) => outcome))).toEqual(
      new Set(['untested']),
    );
    expect(all.filter(({ file }) => file === 'b.pdf')).toEqual([
      { file: 'b.pdf', test: 'made', outcome: 'failed' },
    ]);
  });

  test('points to the line, and to the success criterion', async () => {
    const nodes = await nodesOf(sampleReport);
    const lines = nodes.map((node) => textOf(node[`${pointers}lineNumber`])).filter(Boolean);
    expect(lines).toContain(12);
    const links = nodes.find((node) => textOf(node[`${dct}identifier`]) === 'content/link-words');
    expect(idOf(links?.[`${dct}isPartOf`])).toBe('https://www.w3.org/TR/WCAG22/#link-purpose-in-context');
  });

  test('gives every success criterion of the ledger its address', () => {
    for (const { id } of ledgers['wcag-2.2.md']!.clauses) {
      expect(wcagAddress(`WCAG 2.2 ${id}`), id).toMatch(/#[a-z-]+$/);
    }
    expect(wcagAddress('DAPB1605 (meet)')).toBeUndefined();
  });
});
