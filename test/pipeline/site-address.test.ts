import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { convert } from '../../src/pipeline/convert.ts';
import { openProject } from '../../src/pipeline/project.ts';

const report = `---
title: Parks & gardens
organisation: Anytown Council
date: 2021-11-05
contact: { email: a@example.org }
---

# Parks & gardens

## What we found

Parks are open.
`;
const profile = (base: string) => `id: web
title: Web page
description: For people who read on a screen.
format: html
needs: []
words: [web]
transforms: [opening]
options:
  contents: true${base === '' ? '' : `\n  baseAddress: ${base}`}
`;

async function site(base: string, root = mkdtempSync(join(tmpdir(), 'site-'))) {
  for (const folder of ['sources', 'profiles']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'sources/parks.md'), report);
  writeFileSync(join(root, 'profiles/web.yaml'), profile(base));
  const result = await convert({ project: openProject(root), profiles: ['web'], threads: 0 });
  return { root, result, read: (path: string) => readFileSync(join(root, 'outputs', path), 'utf8') };
}

it('pages name their own address below the base that a profile gives, and a sitemap lists them with the day of the report', async () => {
  const { root, read } = await site('https://example.org/reports');
  const page = read('parks/parks.web.html');
  expect(page).toContain('<link rel="canonical" href="https://example.org/reports/parks/parks.web.html">');
  expect(page).toContain(
    '<meta property="og:url" content="https://example.org/reports/parks/parks.web.html">',
  );
  expect(page).toContain('<meta property="article:published_time" content="2021-11-05">');
  expect(read('index.html')).toContain('<link rel="canonical" href="https://example.org/reports/">');
  expect(read('index.html')).toContain('href="parks/parks.web.html#what-we-found"');
  expect(read('sitemap.xml')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://example.org/reports/</loc></url>
<url><loc>https://example.org/reports/parks/parks.web.html</loc><lastmod>2021-11-05</lastmod></url>
</urlset>
`);
  // Without a base nothing claims an address.
  const later = await site('', root);
  expect(later.read('parks/parks.web.html')).not.toMatch(/canonical|og:url/);
  expect(existsSync(join(root, 'outputs/sitemap.xml'))).toBe(false);
});

it('refuses a base that is no address of the web', async () => {
  await expect(site('javascript:alert(1)')).rejects.toMatchObject({ code: 'profile-invalid' });
});
