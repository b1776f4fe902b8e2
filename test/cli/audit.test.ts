import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { CheckReport } from '../../src/kernel/check-report.ts';

const words = 'These are some words that a reader with low vision or a screen reader would like to read. ';
const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head><body style="font: 16px Arial, sans-serif"><main><h1>${title}</h1>${body}</main></body></html>`;

/** A site with faults as teams make them: what each page must be found to have. */
const site: Readonly<Record<string, readonly [body: string, rules: readonly string[]]>> = {
  '/': [
    `<p>${words}</p><ul style="line-height: 2.5">
     <li><a href="/link">Link page</a></li><li><a href="order#part">Order page</a></li><li><a href="/table">Table page</a></li>
     <li><a href="/hidden">Hidden page</a></li><li><a href="/trap">Trap page</a></li><li><a href="/picture">Picture page</a></li>
     <li><a href="/good">Good page</a></li><li><a href="/gone">Gone page</a></li><li><a href="/moved">Moved page</a></li>
     <li><a href="/logout">Leave</a></li><li><a href="/plan.pdf">The plan</a></li><li><a href="http://127.0.0.2:9/">Another site</a></li></ul>`,
    [],
  ],
  '/link': ['<p>Parks <a href="/good"><span></span></a></p>', ['axe/link-name']],
  '/order': [
    '<div style="display: flex; flex-direction: column-reverse"><p>First dig a hole there.</p><p>Then plant the tree.</p></div>',
    ['page/order'],
  ],
  '/table': [
    '<table><tr><td>Park</td><td>Hours</td></tr><tr><td>North</td><td>9 to 5</td></tr><tr><td>South</td><td>8 to 6</td></tr></table>',
    ['page/table-headers'],
  ],
  '/hidden': [
    '<p aria-hidden="true">Closed on Monday for repairs</p><p style="color: #fff; background: #fff">Best parks, cheap parks</p>',
    ['axe/color-contrast', 'page/unheard-words', 'page/unseen-words'],
  ],
  '/trap': [
    '<button onblur="setTimeout(() => this.focus())">Stay</button> <button>Leave</button> <button>Home</button>',
    ['page/keyboard-trap'],
  ],
  '/picture': [
    '<p style="color: #aaa; width: 300px; background: linear-gradient(to right, #fff, #00f)">Some words here</p>',
    ['axe/color-contrast', 'page/contrast'],
  ],
  '/good': [
    `<p>${words}</p><form method="post" action="/sent"><label>Name <input name="a"></label> <button>Send</button></form>
     <script>fetch('/sent', { method: 'POST', body: 'x' }).catch(() => {}); navigator.sendBeacon('/sent', 'x'); new Image().src = '/seen';</script>`,
    [],
  ],
};

let server: Server;
let origin = '';
const asked: string[] = [];

beforeAll(async () => {
  server = createServer(({ method, url = '' }, response) => {
    asked.push(`${method} ${url}`);
    if (url === '/moved') return response.writeHead(302, { location: '/good' }).end();
    const found = Object.hasOwn(site, url) ? site[url] : undefined;
    if (found === undefined)
      return response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>No</h1>');
    // A site's own policy must not keep the rules from working.
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'self' 'unsafe-inline'; style-src-elem 'none'",
    };
    response.writeHead(200, headers).end(page(`Parks ${url.slice(1)}`, found[0]));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

async function run(...words: string[]) {
  const root = mkdtempSync(join(tmpdir(), 'audit '));
  const out: string[] = [];
  const err: string[] = [];
  const terminal = {
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    progress: () => {},
  };
  const code = await main(['check', ...words], root, terminal);
  return { root, code, out: out.join('\n'), err: err.join('\n') };
}

test('audits a site: each planted fault is found on its page, and nothing on the good ones', async (context) => {
  const { root, code, out } = await run('--url', `${origin}/`, '--follow');
  const folder = join(root, 'outputs/audit');
  const report = JSON.parse(readFileSync(join(folder, 'audit.json'), 'utf8')) as CheckReport;
  const [first] = report.judges;
  if (first?.notChecked !== undefined && !process.env.CI) return context.skip(first.notChecked);
  expect(code).toBe(1);
  const found = new Map(
    report.subjects.map(({ path, findings }) => [
      path.slice(origin.length),
      [...new Set(findings.map(({ rule }) => rule))].filter((rule) => !rule.startsWith('vnu/')).sort(),
    ]),
  );
  const told = Object.keys(site).map((path) => [path, found.get(path)]);
  expect(told).toEqual(Object.entries(site).map(([path, [, rules]]) => [path, rules]));
  // A page that is gone is told, where to find it too; one that is met twice is checked once.
  expect(found.get('/gone')).toEqual([]);
  expect(out).toContain('The server answers 404.');
  expect(found.has('/moved')).toBe(false);
  expect(out).toContain('/plan.pdf');
  // The site was only looked at.
  expect(asked.filter((one) => !one.startsWith('GET '))).toEqual([]);
  expect(asked).not.toContain('GET /logout');
  expect(asked).toContain('GET /seen');
  // A report of each page, and one of all.
  const all = readFileSync(join(folder, 'index.html'), 'utf8');
  const names = readdirSync(join(folder, 'pages'));
  expect(names.filter((name) => name.endsWith('.json'))).toHaveLength(report.subjects.length);
  for (const name of names.filter((one) => one.endsWith('.html')))
    expect(all).toContain(`href="pages/${name}"`);
  const one = names.find((name) => /-trap\.html$/.test(name))!;
  expect(readFileSync(join(folder, 'pages', one), 'utf8')).toContain('The keyboard leads out of everything');
}, 600_000);

test('opens no more pages than it may, and says what is left', async (context) => {
  const { root, out } = await run('--url', `${origin}/good`, `${origin}/`, '--follow', '--limit', '2');
  const report = JSON.parse(readFileSync(join(root, 'outputs/audit/audit.json'), 'utf8')) as CheckReport;
  if (report.judges[0]?.notChecked !== undefined && !process.env.CI)
    return context.skip(report.judges[0].notChecked);
  expect(report.subjects.map(({ path }) => path)).toEqual([`${origin}/good`, `${origin}/`]);
  expect(out).toMatch(/\d more pages are linked/);
}, 300_000);

test('refuses what is no address of a web page, and a site that does not answer is not checked', async (context) => {
  for (const word of ['file:///etc/passwd', 'parks', 'http://a:b@127.0.0.1/'])
    expect(await run('--url', word)).toMatchObject({
      code: 2,
      err: expect.stringContaining('not the address'),
    });
  expect(await run('--url', `${origin}/`, '--limit', 'x')).toMatchObject({ code: 2 });
  const closed = await run('--url', 'http://127.0.0.1:9/', '--strict');
  expect(closed.code).toBe(2);
  if (closed.out.includes('No Chromium') && !process.env.CI) return context.skip('Needs a browser.');
  expect(closed.out).toContain('http://127.0.0.1:9/ could not be checked');
}, 120_000);
