import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/kernel/finding.ts';
import { hear } from '../../src/media/listening/speech-model.ts';
import { findingKinds } from '../../src/rules/finding-kinds.ts';
import { checkHeardPage, heardRules } from '../../src/rules/heard/check-heard-page.ts';
import { readAccessibilityTrees, type TreesRead } from '../../src/tools/accessibility-tree.ts';
import type { NotChecked } from '../../src/tools/not-checked.ts';
import { pageOf, writePages } from '../support/heard-pages.ts';
import { mustBeChecked } from '../support/must-be-checked.ts';

const root = join(import.meta.dirname, '../..');
const start = '<main><h1>Parks in our town</h1>';
const words = 'The parks are open all the year, and dogs are welcome in most of them.';

/** For each rule pages that break it, and pages like them that do not. */
const examples: Readonly<
  Record<string, { readonly fails: readonly string[]; readonly passes: readonly string[] }>
> = {
  'heard/opening': {
    fails: [
      pageOf(`${start}<p>${words}</p></main>`, ''),
      pageOf(
        `${start}<p>${words}</p><p>${words}</p><p>Published by Greenford Council</p></main>`,
        'Parks',
        '<meta name="author" content="Greenford Council">',
      ),
      pageOf(
        `${start}<p>One</p><p>Two</p><p>Three</p><p><a href="parks.pdf">Parks as PDF</a></p></main>`,
        'Parks',
        '<link rel="alternate" type="application/pdf" href="parks.pdf">',
      ),
    ],
    passes: [
      pageOf(`${start}<p>${words}</p></main>`),
      pageOf(
        `<a href="#m">Skip to the main content</a><header><p>Greenford Council</p><a href="parks.pdf">Other formats</a></header><main id="m"><h1>Parks</h1><p>${words}</p></main>`,
        'Parks',
        '<meta name="author" content="Greenford Council"><link rel="alternate" type="application/pdf" href="parks.pdf">',
      ),
    ],
  },
  'heard/said-twice': {
    fails: [
      pageOf(
        `${start}<figure><img src="data:," alt="A map of the parks"><figcaption>A map of the parks</figcaption></figure></main>`,
      ),
      pageOf(`${start}<nav aria-label="Contents"><h2>Contents</h2><a href="#a">North park</a></nav></main>`),
      pageOf(`${start}<p>Ask the team for a map.</p><p>Ask the team for a map.</p></main>`),
      pageOf(`${start}<a href="x"><img src="data:," alt="North park">North park</a></main>`),
    ],
    passes: [
      pageOf(
        `${start}<figure><img src="data:," alt="A lake between two hills"><figcaption>The north park</figcaption></figure></main>`,
      ),
      pageOf(
        `${start}<nav aria-label="On this page"><h2>Contents</h2><a href="#a">North park</a></nav></main>`,
      ),
      pageOf(
        `${start}<table><tr><th scope="col">Day</th><th scope="col">Open</th></tr><tr><th scope="row">Monday</th><td>All day</td></tr><tr><th scope="row">Tuesday</th><td>All day</td></tr></table></main>`,
      ),
      pageOf(
        `${start}<a href="x"><img src="data:," alt="">North park</a><section aria-labelledby="k"><p id="k">Key facts</p><p>Six parks.</p></section></main>`,
      ),
    ],
  },
  'heard/silent': {
    fails: [
      pageOf(`${start}<p aria-hidden="true">${words}</p></main>`),
      pageOf(`${start}<div inert><p>${words}</p></div></main>`),
    ],
    passes: [
      pageOf(`${start}<p>${words}</p><p hidden>Not for anybody yet</p></main>`),
      pageOf(
        `${start}<p><span aria-hidden="true">→</span> <a href="x" aria-label="North park, opening times">Opening times</a></p><details><summary>More</summary><p>${words}</p></details></main>`,
      ),
    ],
  },
  'heard/unseen': {
    fails: [pageOf(`${start}<p style="color:#fff;background:#fff">${words}</p></main>`)],
    passes: [
      pageOf(
        `${start}<p><span style="position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)">For listeners alone</span>${words}</p></main>`,
      ),
    ],
  },
  'heard/blank': {
    fails: [
      pageOf(`${start}<p>&nbsp;</p><p>${words}</p></main>`),
      pageOf(
        `${start}<table><tr><td></td><th scope="col">Open</th></tr><tr><th scope="row">Monday</th><td></td></tr><tr><th scope="row">Tuesday</th><td>Yes</td></tr></table></main>`,
      ),
    ],
    passes: [
      pageOf(`${start}<p>${words}</p><p></p></main>`),
      pageOf(
        `${start}<table><tr><td></td><th scope="col">Open</th></tr><tr><th scope="row">Monday</th><td>No</td></tr><tr><th scope="row">Tuesday</th><td>Yes</td></tr></table></main>`,
      ),
    ],
  },
  'heard/picture-without-name': {
    fails: [pageOf(`${start}<img src="IMG_2041.jpg" width="40" height="40"></main>`)],
    passes: [
      pageOf(
        `${start}<img src="data:," alt="A lake"><img src="data:," alt="" width="40" height="40"></main>`,
      ),
    ],
  },
  'heard/no-name': {
    fails: [
      pageOf(`${start}<a href="/parks/north"></a></main>`),
      pageOf(`${start}<a href="/parks/north"><i class="icon"></i></a><button></button></main>`),
      pageOf(`${start}<p>Name</p><input type="text"></main>`),
    ],
    passes: [
      pageOf(
        `${start}<a href="/parks/north">North park</a><button aria-label="Close">×</button><label>Name <input type="text"></label></main>`,
      ),
      pageOf(`${start}<a href="/parks/north"><img src="data:," alt="North park"></a></main>`),
    ],
  },
  'heard/clickable': {
    fails: [
      pageOf(`${start}<div onclick="go()">Open the map</div></main>`),
      pageOf(
        `${start}<p id="p">${words}</p></main><script>document.getElementById('p').addEventListener('click', () => {})</script>`,
      ),
    ],
    passes: [
      pageOf(
        `${start}<button onclick="go()">Open the map</button><a href="x" onclick="go()">North park</a></main>`,
      ),
    ],
  },
  'heard/same-link-words': {
    fails: [
      pageOf(
        `${start}<p>North park <a href="north">Read more</a></p><p>South park <a href="south">Read more</a></p></main>`,
      ),
    ],
    passes: [
      pageOf(
        `${start}<p><a href="north" aria-label="Read more about the north park">Read more</a> <a href="south" aria-label="Read more about the south park">Read more</a></p></main>`,
      ),
      pageOf(`${start}<p><a href="north">North park</a> and again <a href="north">North park</a></p></main>`),
    ],
  },
  'heard/cell-without-header': {
    fails: [
      pageOf(
        `${start}<table><tr><td>Park</td><td>Trees</td></tr><tr><td>North</td><td>40</td></tr><tr><td>South</td><td>20</td></tr></table></main>`,
      ),
      pageOf(
        `${start}<table border="1"><caption>Trees</caption><tr><td>Park</td><td>Trees</td></tr><tr><td>North</td><td>40</td></tr></table></main>`,
      ),
      pageOf(
        `${start}<table><tr><th scope="col">Park</th><th scope="col">Trees</th></tr><tr><td>North</td><td>40</td></tr><tr><td>South</td><td>20</td></tr></table></main>`,
      ),
    ],
    passes: [
      pageOf(
        `${start}<table><tr><th scope="col">Park</th><th scope="col">Trees</th></tr><tr><th scope="row">North</th><td>40</td></tr><tr><th scope="row">South</th><td>20</td></tr></table></main>`,
      ),
      pageOf(
        `${start}<table><tr><th scope="col" colspan="2">Park and trees</th></tr><tr><th scope="row">North</th><td>40</td></tr></table></main>`,
      ),
      pageOf(
        `${start}<table role="presentation"><tr><td>${words}</td><td>In winter the lake is closed.</td></tr></table></main>`,
      ),
    ],
  },
  'heard/short-form': {
    fails: [
      pageOf(`${start}<p>Some animals, e.g. ducks, live here.</p></main>`),
      pageOf(`${start}<p>It takes approx. 20 steps.</p></main>`),
    ],
    passes: [
      pageOf(
        `${start}<p>Some animals, for example ducks, live here. It is no. The etching hangs in the hall.</p></main>`,
      ),
    ],
  },
  'heard/numbers': {
    fails: [
      pageOf(`${start}<p>Open from 05/11/2026.</p></main>`),
      pageOf(`${start}<p>Ages 10-12 are welcome.</p></main>`),
      pageOf(`${start}<p>In 2024/25 we spent £2m.</p></main>`),
    ],
    passes: [
      pageOf(
        `${start}<p>Open from 5 November 2026. Ages 10 to 12. We spent £2 million. Telephone 0151 496-0000. The code is 18001-7.</p></main>`,
      ),
    ],
  },
  'heard/language': {
    fails: [
      pageOf(`${start}<p>${words}</p></main>`).replace(' lang="en-GB"', ''),
      pageOf(`${start}<p>${words}</p></main>`).replace('en-GB', 'english'),
      pageOf(`${start}<p>Mae yr ardd wedi bod ar agor gan y cyngor yn y dref.</p></main>`),
      pageOf(`${start}<p>Парки відкриті весь рік.</p></main>`),
    ],
    passes: [
      pageOf(
        `${start}<p lang="cy">Mae yr ardd wedi bod ar agor gan y cyngor yn y dref.</p><p lang="uk">Парки відкриті весь рік.</p><p>An α and a β.</p></main>`,
      ),
    ],
  },
  'heard/order': {
    fails: [
      pageOf(
        `${start}<div style="display:flex;flex-direction:column-reverse"><p>First dig a hole.</p><p>Then plant the tree.</p></div></main>`,
      ),
      pageOf(
        `${start}<div style="display:flex"><p style="order:2">First dig a hole.</p><p>Then plant the tree.</p></div></main>`,
      ),
      pageOf(
        `${start}<div style="position:relative;padding-top:4em"><p>First dig a hole.</p><p style="position:absolute;top:0;left:0">Then plant the tree.</p></div></main>`,
      ),
    ],
    passes: [
      pageOf(
        `${start}<div style="display:flex"><p>First dig a hole.</p><p>Then plant the tree.</p></div><div style="columns:2"><p>${words}</p><p>${words} Always.</p></div></main>`,
      ),
      pageOf(
        `${start}<div style="display:flex;direction:rtl"><p>First dig a hole.</p><p>Then plant the tree.</p></div><p style="position:fixed;top:0">Stays here</p></main>`,
      ),
    ],
  },
};

/** Pages as they are found in the world, with several faults at once: nothing in them was made for a rule. */
const found: Readonly<Record<string, { readonly page: string; readonly rules: readonly string[] }>> = {
  'a news page': {
    page: pageOf(
      `<div class="top"><a href="/"><svg width="20" height="20"><path d="M0 0h20v20z"/></svg></a></div>
<div class="grid" style="display:grid;grid-template-areas:'b' 'a'"><div style="grid-area:a"><h1>Clinic moves</h1><p>The clinic moves to Mill Street next week.</p></div><div style="grid-area:b"><p>Please bring your letter with you.</p></div></div>
<span role="text" aria-hidden="true">Closed on Friday 4 December for the move</span>`,
      'Clinic',
    ),
    rules: ['heard/no-name', 'heard/order', 'heard/silent'],
  },
  'a timetable': {
    page: pageOf(
      `<h1>Opening times</h1><table class="striped"><tbody><tr><td><b>Day</b></td><td><b>From</b></td><td><b>To</b></td></tr><tr><td>Monday</td><td>9am</td><td>5pm</td></tr><tr><td>Tuesday</td><td>9am</td><td></td></tr></tbody></table><p style="opacity:0">Ring the bell at the side door.</p>`,
      'Times',
    ),
    rules: ['heard/cell-without-header', 'heard/unseen'],
  },
};

describe('rules on what is heard', () => {
  const folder = mkdtempSync(join(tmpdir(), 'allformats-heard-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let read: TreesRead | NotChecked;
  let files: ReadonlyMap<string, string>;
  beforeAll(async () => {
    const pages: Record<string, string> = {};
    for (const [id, { fails, passes }] of Object.entries(examples)) {
      for (const [at, page] of fails.entries()) pages[`${id} fails ${at}`] = page;
      for (const [at, page] of passes.entries()) pages[`${id} passes ${at}`] = page;
    }
    for (const [name, { page }] of Object.entries(found)) pages[name] = page;
    files = writePages(folder, pages);
    read = await readAccessibilityTrees([...files.values()], root);
  });
  const findingsOf = (trees: TreesRead['trees'], name: string): Finding[] =>
    checkHeardPage(hear(trees.get(files.get(name)!)!));

  test('every rule has examples and its page', () => {
    const ids = heardRules.map(({ id }) => id).sort();
    expect(Object.keys(examples).sort()).toEqual(ids);
    const kinds = findingKinds.map(({ id }) => id).filter((id) => id.startsWith('heard/'));
    expect(kinds.sort()).toEqual([...ids, 'heard/readers-differ'].sort());
  });

  test('each fault is found, and nothing in the pages without it', (context) => {
    const { trees } = mustBeChecked(context, read);
    for (const [id, { fails, passes }] of Object.entries(examples)) {
      for (const at of fails.keys()) {
        const found = findingsOf(trees, `${id} fails ${at}`);
        expect(
          found.map(({ rule }) => rule),
          `${id}, failing example ${at}`,
        ).toContain(id);
        for (const { message, fix } of found) {
          expect(message).toMatch(/\.$/);
          expect(fix).toMatch(/\.$/);
        }
      }
      for (const at of passes.keys())
        expect(findingsOf(trees, `${id} passes ${at}`), `${id}, passing example ${at}`).toEqual([]);
    }
  });

  test('faults of pages that were not made for a rule are found', (context) => {
    const { trees } = mustBeChecked(context, read);
    for (const [name, { rules }] of Object.entries(found)) {
      const told = findingsOf(trees, name).map(({ rule }) => rule);
      for (const rule of rules) expect(told, name).toContain(rule);
    }
  });
});
