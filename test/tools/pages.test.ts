import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findingKinds } from '../../src/rules/finding-kinds.ts';
import { checkPages } from '../../src/tools/pages/check-pages.ts';
import { pageRules } from '../../src/tools/pages/page-rules.ts';
import { mustBeChecked } from '../support/must-be-checked.ts';

const root = join(import.meta.dirname, '../..');
const words = 'These are some words that a reader with low vision or a screen reader would like to read. ';

/** For each rule a page body that breaks it, and one like it that does not. */
const examples: Readonly<Record<keyof typeof pageRules, readonly [fails: string, passes: string]>> = {
  'page/fixed-spacing': [
    `<div style="letter-spacing: 0.05em !important"><p>${words}</p></div>`,
    `<div style="letter-spacing: 0.05em !important"><p style="letter-spacing: 0.2em !important">${words}</p></div>
     <p style="word-spacing: 0.1em">${words}</p><p style="line-height: 1.2 !important">One line.</p>`,
  ],
  'page/text-spacing': [
    '<p style="width: 16rem; height: 1.3em; overflow: hidden">This line of words fits this box.</p>',
    `<p style="width: 16rem; min-height: 1.3em">This line of words fits this box.</p>
     <p style="position: absolute; width: 1px; height: 1px; overflow: hidden">For screen readers alone</p>`,
  ],
  'page/zoom': [
    '<div style="width: 60vw; height: 1.3em; overflow: hidden">This line of words fits into the box at its usual size, and not here.</div>',
    '<div style="width: 60vw; min-height: 1.3em">This line of words fits into the box at its usual size, and here.</div>',
  ],
  'page/reflow': [
    `<p style="width: 700px">${words}</p>`,
    `<p>${words}</p><div style="overflow-x: auto"><table><tr><td style="min-width: 700px">A wide table</td></tr></table></div>`,
  ],
  'page/focus-visible': [
    '<style>a:focus { outline: 0 }</style><p><a href="https://example.org">Parks</a></p>',
    `<style>a:focus { outline: 0; background: #fc0; border: 2px solid } button:focus { outline: 0 } button:focus + i { background: #c00; border: 2px solid }
     .slow:focus { outline: 0; background: #c00; border: 9px double; transition: background 0.2s }</style>
     <p><button class="slow">Fade</button> <a href="https://example.org">Parks</a> <button>Send</button><i>mark</i></p>`,
  ],
  'page/keyboard-trap': [
    `<button id="a" onblur="setTimeout(() => this.focus())">Stay</button> <button>Leave</button> <button>Home</button>`,
    `<button>Go</button> <button>Leave</button><dialog open><button>Close</button></dialog>
     <input type="date" aria-label="Day"> <button>Home</button>
     <details><summary>More</summary><button>Folded away</button> <button>Also</button></details>
     <label><input type="radio" name="a"> One</label> <label><input type="radio" name="a"> Two</label>
     <label><input type="radio" name="b"> Three</label> <label><input type="radio" name="b" checked> Four</label>
     <button>End</button>`,
  ],
  'page/contrast': [
    '<p style="color: #aaa; width: 300px; background: linear-gradient(to right, #fff, #00f)">Some words here</p>',
    '<p style="color: #000; width: 300px; background: linear-gradient(to right, #fff, #ccc)">Some words here</p>',
  ],
  'page/link-words': [
    '<p>For the plan <a href="https://example.org">click here</a></p>',
    '<p><a href="https://example.org">More about parks</a> <a href="https://example.org" aria-label="More about bins">more</a></p>',
  ],
  'page/alt-words': [
    '<p><img src="data:," width="20" height="20" alt="IMG_2041.jpg"></p>',
    '<p><img src="data:," width="20" height="20" alt="Two people in a park"><img src="data:," alt=""></p>',
  ],
  'page/table-headers': [
    '<table><tr><td>Park</td><td>Hours</td></tr><tr><td>North</td><td>9 to 5</td></tr><tr><td>South</td><td>8 to 6</td></tr></table>',
    `<table><tr><th>Park</th><th>Hours</th></tr><tr><td>North</td><td>9 to 5</td></tr></table>
     <table><tr><td><h2>News</h2><p>${words}</p></td><td><p>${words.repeat(5)}</p></td></tr><tr><td>Left</td><td>Right</td></tr></table>
     <table role="presentation"><tr><td>One</td><td>Two</td></tr><tr><td>Three</td><td>Four</td></tr></table>`,
  ],
  'page/unseen-words': [
    '<p style="color: #fff; background: #fff">Best parks, cheap parks</p>',
    `<p style="color: #000; background: #fff">Best parks</p>
     <p style="color: transparent; background: linear-gradient(#000, #222); -webkit-background-clip: text; background-clip: text">Letters of a blend</p>
     <p style="position: absolute; width: 1px; height: 1px; overflow: hidden; color: #fff">For screen readers alone</p>`,
  ],
  'page/unheard-words': [
    '<p>Parks</p><p aria-hidden="true">Closed on Monday for repairs</p>',
    `<p>Parks <span aria-hidden="true">five stars</span><span style="position: absolute; width: 1px; height: 1px; overflow: hidden">Five stars!</span></p>
     <p>Home <span aria-hidden="true">arrow_right</span></p><p aria-hidden="true" hidden>Closed on Monday for repairs</p>
     <div style="overflow: hidden; width: 300px; position: relative; height: 3em"><p style="margin: 0">The first picture</p><p aria-hidden="true" style="position: absolute; left: 400px">The second picture moves</p></div>`,
  ],
  'page/order': [
    `<div style="display: flex; flex-direction: column"><p style="order: 2">First dig a hole there.</p><p>Then plant the tree.</p></div>`,
    `<div style="display: flex; flex-direction: column"><p>First dig a hole there.</p><p style="order: 2">Then plant the tree.</p></div>
     <div style="display: grid; grid-template-columns: 1fr 1fr"><div style="grid-column: 2; grid-row: 1">All the words here</div><aside style="grid-column: 1; grid-row: 1">On the left side</aside></div>
     <div style="columns: 2"><p>One two three four</p><p>Five six seven eight</p></div>
     <p style="float: right">On the right side</p><p>On the left side</p>`,
  ],
  'page/focus-order': [
    '<p style="display: flex; flex-direction: row-reverse; justify-content: left"><button>Next</button><button>Back</button></p>',
    '<p style="display: flex; justify-content: right"><button>Next</button><button>Back</button></p>',
  ],
  'page/print': [
    `<div style="overflow: auto; height: 5em" tabindex="0" role="group" aria-label="Parks"><p>${words.repeat(9)}</p></div>`,
    `<style>@media print { #box { height: auto !important } }</style>
     <div id="box" style="overflow: auto; height: 5em" tabindex="0" role="group" aria-label="Parks"><p>${words.repeat(9)}</p></div>`,
  ],
  'page/forced-colours': [
    '<style>a:focus { outline: none; box-shadow: 0 0 0 3px #000 }</style><p><a href="https://example.org">Parks</a></p>',
    `<style>a:focus { outline: 3px solid transparent; box-shadow: 0 0 0 3px #000 } button:focus { outline: none; border: 9px solid }</style>
     <p><a href="https://example.org">Parks</a> <button>Send</button></p>`,
  ],
};

test('finds each fault at its place, and nothing in a page like it without the fault', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'pages, ä '));
  const write = (name: string, body: string) => {
    const file = join(folder, `${name.replace('/', ' ')}.html`);
    const head =
      '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Parks</title>';
    writeFileSync(
      file,
      `${head}<body style="font: 16px Arial, sans-serif"><main>${body}</main></body></html>`,
    );
    return file;
  };
  const entries = Object.entries(examples).map(([id, [fails, passes]]) => ({
    id,
    fails: write(`${id} fails`, fails),
    passes: write(`${id} passes`, passes),
  }));
  const files = entries.flatMap(({ fails, passes }) => [fails, passes]);
  const { findings } = mustBeChecked(context, await checkPages(files, root));
  for (const { id, fails, passes } of entries) {
    expect(
      findings.get(fails)!.map(({ rule }) => rule),
      id,
    ).toContain(id);
    expect(findings.get(passes), id).toEqual([]);
    for (const { rule, message, fix, clauses } of findings.get(fails)!) {
      expect(message).toMatch(/^(main|body|#).*\.$/);
      expect(fix).toMatch(/\.$/);
      expect(clauses).toEqual(findingKinds.find((kind) => kind.id === rule)?.clauses);
    }
  }
}, 240_000);

test('each rule has its page, which names the same clauses', () => {
  const kinds = findingKinds.filter(({ id }) => id.startsWith('page/'));
  expect(kinds.map(({ id }) => id).sort()).toEqual(Object.keys(pageRules).sort());
  for (const { id, clauses } of kinds)
    expect(clauses).toEqual([...pageRules[id as keyof typeof pageRules].clauses]);
});

test('a missing file or browser is never a pass', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pages '));
  const file = join(folder, 'a.html');
  expect(await checkPages([file], root)).toMatchObject({ state: 'not-checked' });
  writeFileSync(file, '<!doctype html><title>A</title>');
  expect(await checkPages([file], folder, { PATH: folder })).toMatchObject({
    state: 'not-checked',
    why: expect.stringContaining('No Chromium'),
  });
});

test('a page that leads away from itself is not checked, and the other pages are', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'allformats-pages-'));
  const stays = join(folder, 'stays.html');
  const leaves = join(folder, 'leaves.html');
  writeFileSync(stays, `<!doctype html><html lang="en"><title>Parks</title><p>${words}</p></html>`);
  writeFileSync(
    leaves,
    '<!doctype html><html lang="en"><title>Gone</title><script>location.href = "stays.html"</script></html>',
  );
  const { findings, missed } = mustBeChecked(context, await checkPages([leaves, stays], root));
  expect([...findings.keys()]).toEqual([stays]);
  expect([...missed.keys()]).toEqual([leaves]);
});
