import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkDocument } from '../../src/rules/check-document.ts';
import { findingKinds, kindOf } from '../../src/rules/finding-kinds.ts';
import { rules } from '../../src/rules/registry.ts';
import { kindPage, pageName, rulePage, rulesIndex } from '../../src/rules/rule-page.ts';
import { readText } from '../support/read-text.ts';
import { translationExample } from '../support/translation-example.ts';

const pages = join(import.meta.dirname, '../../docs/rules');
const examples = join(import.meta.dirname, '../rules');

interface Example {
  readonly text: string;
  readonly easy: string | undefined;
  readonly record: string | undefined;
}

function exampleIn(folder: string, name: string): Example {
  const beside = (ending: string) => {
    const file = join(folder, `${name}${ending}`);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  return { text: beside('.md') ?? '', easy: beside('.easy.md'), record: beside('.easy.lock.yaml') };
}

const textOf = (id: string, name: string) => exampleIn(join(examples, id.replace('/', '-')), name);

/** What a person needs to see: the Easy Read text for rules about it, else the body. */
function shown(id: string, { text, easy }: Pick<Example, 'text' | 'easy'>): string {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, '');
  if (id.startsWith('easy-read/') && easy !== undefined) return easy;
  return body.trim() === '' ? text : body;
}

test.each(rules.map((rule) => [rule.id, rule] as const))('the page of %s is fresh', async (id, rule) => {
  const [fails, passes] = [textOf(id, 'fails'), textOf(id, 'passes')];
  const { document } = readText(fails.text, fails.easy, fails.record);
  const findings = checkDocument(document).filter((finding) => finding.rule === id);
  expect(findings.length).toBeGreaterThan(0);
  // Where the Easy Read text is the same, the difference is in the report.
  const easy = ({ easy }: Example) => (fails.easy === passes.easy ? undefined : easy);
  const page = rulePage(rule, {
    fails: shown(id, { ...fails, easy: easy(fails) }),
    findings,
    passes: shown(id, { ...passes, easy: easy(passes) }),
  });
  await expect(page).toMatchFileSnapshot(join(pages, pageName(id)));
});

const sourceExamples = join(import.meta.dirname, '../source/examples');

function sourceExample(id: string) {
  const name = id.replace('source/', '');
  const read = (which: string) => exampleIn(join(sourceExamples, name), which);
  const fails = read('fails');
  const findings = readText(fails.text, fails.easy, fails.record).findings.filter(({ rule }) => rule === id);
  expect(findings.length).toBeGreaterThan(0);
  const show = ({ text, easy, record }: Example) => {
    const isIn = (ending: string) => findings.some(({ at }) => at?.file.endsWith(ending));
    if (record !== undefined && isIn('.lock.yaml')) return record;
    return easy !== undefined && isIn('.easy.md') ? easy : shown(id, { text, easy });
  };
  return { fails: show(fails), findings, passes: show(read('passes')) };
}

test.each(findingKinds.map((kind) => [kind.id, kind] as const))(
  'the page of %s is fresh',
  async (id, kind) => {
    const isTranslation = id.startsWith('translation/');
    const hasExample = id.startsWith('source/') || isTranslation;
    expect(kind.mend !== undefined || hasExample, 'say how to mend it').toBe(true);
    expect(kind.clauses.length).toBeGreaterThan(0);
    const page = kindPage(
      kind,
      isTranslation ? translationExample(id) : hasExample ? sourceExample(id) : undefined,
    );
    await expect(page).toMatchFileSnapshot(join(pages, pageName(id)));
  },
);

test('the list of rules is fresh, and there is no page without a rule', async () => {
  await expect(rulesIndex(rules, findingKinds)).toMatchFileSnapshot(join(pages, 'README.md'));
  const ids = [...rules, ...findingKinds].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(readdirSync(pages).sort()).toEqual([...ids.map(pageName), 'README.md'].sort());
});

/** Every id that the program can put into a finding, found in its text. */
function idsInTheProgram(): readonly string[] {
  const root = join(import.meta.dirname, '../../src');
  const families = new Set(findingKinds.map(({ id }) => id.split('/')[0]));
  const ids = new Set<string>();
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.includes('kinds')) continue;
    const text = readFileSync(join(root, file), 'utf8');
    for (const [, id] of text.matchAll(/'([a-z]+\/[a-z]+(?:-[a-z]+)*)'/g)) {
      const isNamedSo = new RegExp(`(?:rule|id): [^\n,]*'${id}'`).test(text);
      if (isNamedSo || families.has(id!.split('/')[0]!)) ids.add(id!);
    }
    for (const [, id] of text.matchAll(/\breport\(\s*\w+,\s*'([a-z-]+)'/g)) {
      if (file.startsWith('source')) ids.add(`source/${id}`);
    }
  }
  return [...ids].sort();
}

test('each id in the program has its page, and each page its id in the program', () => {
  const told = idsInTheProgram();
  expect(told.length).toBeGreaterThan(100);
  const missing = told.filter((id) => kindOf(id) === undefined && !rules.some((rule) => rule.id === id));
  expect(missing, 'add each of these to src/rules/kinds/, with why it matters and to whom').toEqual([]);
  // Told by its parts: `fidelity/${what}`.
  const composed = ['fidelity/role', 'fidelity/list', 'fidelity/cell'];
  const unused = findingKinds.filter(
    ({ id }) => !id.endsWith('/*') && !told.includes(id) && !composed.includes(id),
  );
  expect(unused.map(({ id }) => id)).toEqual([]);
});
