import { expect, test } from 'vitest';
import { axeFindings, axePages } from '../../src/tools/axe-results.ts';

const rule = (id: string, ...targets: string[]) => ({
  id,
  help: `Help for ${id}`,
  helpUrl: `https://example.org/${id}?application=cli`,
  nodes: targets.map((target) => ({
    target: [target],
    failureSummary: 'Fix any of the following:\n  do this',
  })),
});

const page = (url: string, change: object = {}) => ({
  url,
  testEngine: { name: 'axe-core', version: '4.13.0' },
  violations: [],
  incomplete: [],
  passes: [{ id: 'document-title' }],
  ...change,
});

test('accepts one result for each file, from its own address', () => {
  const pages = axePages(
    [page('file:///a/b%20c.html'), page('file:///a/%C3%A4.html')],
    ['/a/b c.html', '/a/ä.html'],
  );
  expect(pages).toHaveLength(2);
});

test.each([
  ['the browser showed its own error page', [page('chrome-error://chromewebdata/')]],
  ['another file was tested', [page('file:///other.html')]],
  ['a result is missing', []],
  ['there is one result too many', [page('file:///a.html'), page('file:///a.html')]],
  ['no rule ran', [page('file:///a.html', { passes: [] })]],
  ['the form is another', [{ url: 'file:///a.html' }]],
  ['nothing came', undefined],
])('refuses results when %s', (_, results) => {
  expect(() => axePages(results, ['/a.html'])).toThrow(/axe/);
});

test('a broken rule is an error, an undecided one is for a person', () => {
  const [checked] = axePages(
    [
      page('file:///a.html', {
        violations: [
          {
            ...rule('image-alt', 'img.a', 'img.b', 'img.c', 'img.d'),
            tags: ['cat.text-alternatives', 'wcag2a', 'wcag111', 'wcag1412'],
          },
        ],
        incomplete: [rule('color-contrast', 'p')],
      }),
    ],
    ['/a.html'],
  );
  expect(axeFindings(checked!)).toEqual([
    {
      rule: 'axe/image-alt',
      severity: 'error',
      message: 'Help for image-alt: img.a; img.b; img.c and 1 more',
      fix: 'Fix any of the following: do this. See https://example.org/image-alt',
      clauses: ['WCAG 2.2 1.1.1', 'WCAG 2.2 1.4.12'],
    },
    {
      rule: 'axe/color-contrast',
      severity: 'person',
      message: 'Help for color-contrast: p',
      fix: 'Fix any of the following: do this. See https://example.org/color-contrast',
    },
  ]);
});
