import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleProject } from '../../src/cli/sample-project.ts';
import type { CheckReport } from '../../src/kernel/check-report.ts';
import { runCli } from '../support/run-cli.ts';
import { tempProject } from '../support/temp-project.ts';

let server: Server;
let origin = '';
let asked = 0;

beforeAll(async () => {
  server = createServer(({ url }, response) => {
    asked++;
    const status = url === '/good' ? 200 : url === '/busy' ? 503 : 404;
    response.writeHead(status, { 'content-type': 'text/html' }).end('<!doctype html><h2 id="a">A</h2>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const file = 'sources/my-first-report.md';

function project() {
  const links = ['good', 'good#a', 'good#b', 'gone', 'busy', 'gone'].map(
    (path, index) => `The [page of park number ${index + 1}](${origin}/${path}) has more.`,
  );
  // The sample's own link leads to the real web, which no test may ask.
  const report = sampleProject[file]!.replace(/\]\(https?:[^)]*\)/g, `](${origin}/good)`);
  return tempProject({ ...sampleProject, [file]: `${report}\n\n${links.join('\n\n')}\n` });
}

async function check(root: string, ...more: string[]) {
  const { code, out } = await runCli(root, 'check', '--profile', 'plain-text', '--json', ...more);
  const report = JSON.parse(out) as CheckReport;
  const found = report.subjects.flatMap(({ path, kind, findings }) =>
    findings.filter(({ rule }) => rule.startsWith('link/')).map((one) => ({ ...one, path, kind })),
  );
  return { code, report, found };
}

test('tells each link of a report that leads to nothing at its line', async () => {
  const { code, report, found } = await check(project(), '--follow-links', '--allow-private');
  expect(code).toBe(1);
  const told = found.map(({ rule, severity, kind, path }) => [rule, severity, kind, path]);
  expect(told).toEqual([
    ['link/no-such-place', 'warning', 'source', file],
    ['link/dead', 'error', 'source', file],
    ['link/not-reached', 'person', 'source', file],
    ['link/dead', 'error', 'source', file],
  ]);
  const lines = found.map(({ at }) => at!.line);
  expect(lines.map((line) => line - lines[0]!)).toEqual([0, 2, 4, 6]);
  expect(found[1]).toMatchObject({ at: { file, column: 5 }, message: expect.stringContaining('(404)') });
  // A source is told once, and is no output.
  expect(report.subjects.filter(({ path }) => path === file)).toHaveLength(1);
  expect(report.judges.at(-1)).toMatchObject({ judge: 'link check (other sites)', paths: [file] });
});

test('asks nobody unless it is told to, and nothing on this machine', async () => {
  const root = project();
  asked = 0;
  expect((await check(root)).found).toEqual([]);
  const { code, report, found } = await check(root, '--follow-links', '--strict');
  expect(asked).toBe(0);
  expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(['link/not-reached']));
  expect(report.judges.at(-1)?.notChecked).toContain('No server answered');
  expect(code).toBe(2);
});

test('is for reports', async () => {
  const root = tempProject({ 'page.html': '<!doctype html>' });
  for (const words of [['page.html'], ['--url', `${origin}/`]]) {
    const { code, err } = await runCli(root, 'check', '--follow-links', ...words);
    expect(code).toBe(2);
    expect(err).toContain('--follow-links asks the links of reports');
  }
});
