import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkDocument } from '../../src/rules/check-document.ts';
import { rules } from '../../src/rules/registry.ts';
import { pageName, rulePage, rulesIndex } from '../../src/rules/rule-page.ts';
import { readText } from '../support/read-text.ts';

const pages = join(import.meta.dirname, '../../docs/rules');
const examples = join(import.meta.dirname, '../rules');

function textOf(id: string, name: string): { text: string; easy: string | undefined } {
  const path = (ending: string) => join(examples, id.replace('/', '-'), `${name}${ending}`);
  const easy = path('.easy.md');
  return {
    text: readFileSync(path('.md'), 'utf8'),
    easy: existsSync(easy) ? readFileSync(easy, 'utf8') : undefined,
  };
}

/** What a person needs to see: the Easy Read text for rules about it, else the body. */
function shown(id: string, { text, easy }: { text: string; easy: string | undefined }): string {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, '');
  if (id.startsWith('easy-read/') && easy !== undefined) return easy;
  return body.trim() === '' ? text : body;
}

test.each(rules.map((rule) => [rule.id, rule] as const))('the page of %s is fresh', async (id, rule) => {
  const fails = textOf(id, 'fails');
  const { document } = readText(fails.text, fails.easy);
  const findings = checkDocument(document).filter((finding) => finding.rule === id);
  expect(findings.length).toBeGreaterThan(0);
  const page = rulePage(rule, {
    fails: shown(id, fails),
    findings,
    passes: shown(id, textOf(id, 'passes')),
  });
  await expect(page).toMatchFileSnapshot(join(pages, pageName(id)));
});

test('the list of rules is fresh, and there is no page without a rule', async () => {
  await expect(rulesIndex(rules)).toMatchFileSnapshot(join(pages, 'README.md'));
  expect(readdirSync(pages).sort()).toEqual([...rules.map(({ id }) => pageName(id)), 'README.md'].sort());
});
