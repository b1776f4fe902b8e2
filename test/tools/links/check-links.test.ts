import { createServer, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkLinks } from '../../../src/tools/links/check-links.ts';
import { isPrivateAddress } from '../../../src/tools/links/private-addresses.ts';

const page = (body: string) => `<!doctype html><html lang="en"><title>Parks</title>${body}</html>`;
const here = page('<h2 id="hours">Hours</h2><a name="old">Old</a><p id="caf\u00e9">Tea</p>');

let server: Server;
let port = 0;
let asked: string[] = [];
let open = 0;
let mostOpen = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    const { method, url = '' } = request;
    asked.push(`${method} ${url}`);
    mostOpen = Math.max(mostOpen, ++open);
    response.on('close', () => open--);
    const say = (status: number, body = '', type = 'text/html; charset=utf-8') =>
      response.writeHead(status, { 'content-type': type }).end(body);
    const code = /^\/status\/(\d+)/.exec(url)?.[1];
    if (code !== undefined) return say(Number(code));
    const hops = /^\/hops\/(\d+)$/.exec(url)?.[1];
    const to = (location: string) => response.writeHead(302, { location }).end();
    if (hops !== undefined) return to(hops === '0' ? '/page' : `/hops/${Number(hops) - 1}`);
    switch (url) {
      case '/page':
        return say(200, here);
      case '/script':
        return say(200, page('<script>0</script>'));
      case '/get-only':
        return say(method === 'HEAD' ? 404 : 200, here);
      case '/no-head':
        return say(method === 'HEAD' ? 405 : 410);
      case '/plan.pdf':
        return say(200, '%PDF-1.7', 'application/pdf');
      case '/long':
        return say(200, page('x'.repeat(2_100_000)));
      case '/slow':
        return;
      case '/endless':
        response.writeHead(200, { 'content-type': 'text/html' }).write('<p>');
        return;
      case '/mail':
        return to('mailto:a@example.org');
      default:
        return say(404);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
beforeEach(() => {
  asked = [];
  mostOpen = 0;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Every name is this machine, but those that end with `.gone`. */
const lookup: LookupFunction = (host, { all }, answer) => {
  if (host.endsWith('.gone')) return answer(Object.assign(new Error(host), { code: 'ENOTFOUND' }), []);
  return all ? answer(null, [{ address: '127.0.0.1', family: 4 }]) : answer(null, '127.0.0.1', 4);
};

async function statesOf(paths: readonly string[], options: Parameters<typeof checkLinks>[1] = {}) {
  const whole = (path: string) => (path.startsWith('/') ? `http://parks.test:${port}${path}` : path);
  const { states, ...rest } = await checkLinks(paths.map(whole), { lookup, allowPrivate: true, ...options });
  return { ...rest, states: paths.map((path) => states.get(whole(path))!) };
}

test('tells what is there, what is gone, and what nobody knows', async () => {
  const cases = {
    '/page': 'there',
    '/hops/3': 'there',
    '/get-only': 'there',
    '/nowhere': 'dead',
    '/no-head': 'dead',
    '/status/404': 'dead',
    '/status/410': 'dead',
    'http://closed.gone/': 'dead',
    '/status/401': 'unknown',
    '/status/403': 'unknown',
    '/status/429': 'unknown',
    '/status/500': 'unknown',
    '/status/503': 'unknown',
    '/hops/30': 'unknown',
    '/mail': 'unknown',
    'http://a:b@parks.test/': 'unknown',
    [`https://parks.test:${port}/`]: 'unknown',
  };
  const { states, answered } = await statesOf(Object.keys(cases));
  const told = Object.keys(cases).map((path, index) => [path, states[index]!.state]);
  expect(Object.fromEntries(told)).toEqual(cases);
  expect(answered).toBe(true);
});

test('looks for the place in a page that is short enough, and asks each address once', async () => {
  const { states, asked: count } = await statesOf([
    '/page#hours',
    '/page#old',
    '/page#caf%C3%A9',
    '/page#top',
    '/page#:~:text=Hours',
    '/page#fees',
    '/page',
    '/script#fees',
    '/plan.pdf#page=3',
    '/long#fees',
    '/nowhere#fees',
  ]);
  expect(states).toMatchObject([
    ...Array.from({ length: 5 }, () => ({ state: 'there' })),
    { state: 'no-place', place: 'fees', sure: true },
    { state: 'there' },
    { state: 'no-place', place: 'fees', sure: false },
    { state: 'place-not-looked-for' },
    { state: 'place-not-looked-for' },
    { state: 'dead' },
  ]);
  expect(count).toBe(5);
  expect(asked.filter((one) => one.endsWith(' /page'))).toEqual(['GET /page']);
});

test('asks a page whose place is not wanted without its words', async () => {
  await statesOf(['/page', '/page']);
  expect(asked).toEqual(['HEAD /page']);
});

test('waits no longer than it may, for one address and for all', async () => {
  const [slow, endless] = (await statesOf(['/slow', '/endless#a'], { eachLimit: 300 })).states;
  expect(slow).toMatchObject({ state: 'unknown', why: expect.stringContaining('no answer within') });
  expect(endless).toMatchObject({ state: 'unknown' });
  const { states } = await statesOf(['/slow', '/page'], { limit: 300 });
  expect(states).toMatchObject(Array.from({ length: 2 }, () => ({ state: 'unknown' })));
  expect(states[1]).toMatchObject({ why: expect.stringContaining('together') });
});

test('asks a site one thing at a time, and no more than four sites', async () => {
  await statesOf(['/page', '/status/500', '/status/403', '/nowhere']);
  expect(mostOpen).toBe(1);
  const sites = Array.from({ length: 12 }, (_, index) => `http://site${index}.test:${port}/slow`);
  await statesOf(sites, { eachLimit: 200 });
  expect(mostOpen).toBeGreaterThan(1);
  expect(mostOpen).toBeLessThanOrEqual(4);
});

test('asks nothing of private networks, by figures or by name', async () => {
  const refused = { state: 'unknown', why: expect.stringContaining('private network') };
  const paths = [
    '/page',
    `http://127.0.0.1:${port}/page`,
    `http://2130706433:${port}/page`,
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
  ];
  const { states, answered } = await statesOf(paths, { allowPrivate: false });
  expect(states).toMatchObject(paths.map(() => refused));
  expect(answered).toBe(false);
  expect(asked).toEqual([]);
  const addresses = ['10.0.0.1', '172.31.0.1', '192.168.1.1', '100.64.0.1', '0.0.0.0', '::', 'fd00::1'];
  expect(addresses.filter((one) => !isPrivateAddress(one))).toEqual([]);
  expect(isPrivateAddress('fe80::1')).toBe(true);
  expect(isPrivateAddress('::ffff:7f00:1')).toBe(true);
  for (const one of ['93.184.216.34', '172.32.0.1', '2606:2800:220:1::1', '::ffff:5db8:d822'])
    expect(isPrivateAddress(one), one).toBe(false);
});

test('calls no site dead where no name can be found at all', async () => {
  const offline = await statesOf(['http://a.gone/', 'http://b.gone/'], { canFindNames: async () => false });
  expect(offline.states).toMatchObject([{ state: 'unknown' }, { state: 'unknown' }]);
  expect(offline.answered).toBe(false);
  // An address in figures does not need names.
  const literal = await statesOf([`http://127.0.0.1:${port}/page`, 'http://a.gone/'], {
    canFindNames: async () => false,
  });
  expect(literal.states).toMatchObject([{ state: 'there' }, { state: 'unknown' }]);
  const online = await statesOf(['http://a.gone/'], { canFindNames: async () => true });
  expect(online.states).toMatchObject([{ state: 'dead' }]);
});
