import { resolveNs } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { type Answer, type AskOptions, askAddress } from './ask-address.ts';

export interface LinkCheckOptions extends Partial<AskOptions> {
  /** Milliseconds for all addresses together. */
  readonly limit?: number;
  /** Whether names of sites can be found at all, asked where none was found: without it a machine with no network would call every site dead. */
  readonly canFindNames?: () => Promise<boolean>;
  readonly listen?: (done: number, all: number) => void;
}

export type LinkState =
  | { readonly state: 'there' }
  | { readonly state: 'dead'; readonly why: string }
  /** The page is there, and has no such place; `sure` where no script of the page could make it. */
  | { readonly state: 'no-place'; readonly place: string; readonly sure: boolean }
  /** The page is there; nobody looked for the place in it. */
  | { readonly state: 'place-not-looked-for' }
  | { readonly state: 'unknown'; readonly why: string };

export interface LinksChecked {
  /** By the address as it was given. */
  readonly states: ReadonlyMap<string, LinkState>;
  /** How many different addresses were asked, without their places. */
  readonly asked: number;
  /** Whether any server answered. */
  readonly answered: boolean;
}

const usualEach = 20_000;
const usualAll = 300_000;
/** Sites that are asked at the same time; each gets one question at a time. */
const atOnce = 4;

/** Asks each web address (`http:` or `https:`) once, whatever the places in the pages that the links name. */
export async function checkLinks(
  addresses: readonly string[],
  options: LinkCheckOptions = {},
): Promise<LinksChecked> {
  const { limit = usualAll, canFindNames = rootIsThere, listen } = options;
  const ask: AskOptions = {
    allowPrivate: options.allowPrivate ?? false,
    eachLimit: options.eachLimit ?? usualEach,
    ...(options.lookup && { lookup: options.lookup }),
  };
  const pages = new Map<string, { readonly wantsPage: boolean }>();
  for (const address of addresses) {
    const page = withoutPlace(address);
    pages.set(page, { wantsPage: (pages.get(page)?.wantsPage ?? false) || placeOf(address) !== '' });
  }
  const sites = new Map<string, string[]>();
  for (const page of pages.keys()) {
    const { host } = new URL(page);
    sites.set(host, [...(sites.get(host) ?? []), page]);
  }
  const end = AbortSignal.timeout(limit);
  const answers = new Map<string, Answer>();
  const queue = [...sites.values()];
  const work = async (): Promise<void> => {
    for (let site = queue.shift(); site !== undefined; site = queue.shift()) {
      for (const page of site) {
        answers.set(page, await askAddress(page, pages.get(page)!.wantsPage, ask, end));
        listen?.(answers.size, pages.size);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const heard = [...answers].filter(([, one]) => hasAnswered(one));
  const noHosts = [...answers.values()].some((one) => one.state === 'dead' && one.noHost === true);
  // An address in figures says nothing of names.
  const aNameWasFound = heard.some(([page]) => isIP(new URL(page).hostname.replace(/^\[|\]$/g, '')) === 0);
  const namesAreFound = !noHosts || aNameWasFound || (await canFindNames());
  const states = new Map<string, LinkState>();
  for (const address of new Set(addresses)) {
    states.set(address, await stateOf(answers.get(withoutPlace(address))!, placeOf(address), namesAreFound));
  }
  return { states, asked: pages.size, answered: heard.length > 0 || (noHosts && namesAreFound) };
}

function hasAnswered(answer: Answer): boolean {
  if (answer.state === 'unknown') return answer.answered;
  return answer.state === 'there' || answer.noHost !== true;
}

async function stateOf(answer: Answer, place: string, namesAreFound: boolean): Promise<LinkState> {
  switch (answer.state) {
    case 'dead':
      return answer.noHost && !namesAreFound
        ? { state: 'unknown', why: 'no site at all is found from this machine' }
        : { state: 'dead', why: answer.why };
    case 'unknown':
      return { state: 'unknown', why: answer.why };
    case 'there': {
      if (place === '') return { state: 'there' };
      if (answer.page?.html === undefined) return { state: 'place-not-looked-for' };
      const { places, hasScript } = await placesIn(answer.page.html);
      return places.has(place) ? { state: 'there' } : { state: 'no-place', place, sure: !hasScript };
    }
    default:
      return answer satisfies never;
  }
}

function withoutPlace(address: string): string {
  const url = new URL(address);
  url.hash = '';
  return url.href;
}

/** The name behind `#`, as browsers look for it. The top of a page is always there; words to be marked are no place. */
function placeOf(address: string): string {
  const [name = ''] = new URL(address).hash.slice(1).split(':~:');
  if (name.toLowerCase() === 'top') return '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

async function placesIn(page: string): Promise<{ places: ReadonlySet<string>; hasScript: boolean }> {
  const { parse } = await import('parse5');
  const places = new Set<string>();
  let hasScript = false;
  const open: DefaultTreeAdapterTypes.Node[] = [parse(page)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('attrs' in node) {
      hasScript ||= node.tagName === 'script';
      for (const { name, value } of node.attrs) {
        if (name === 'id' || (name === 'name' && node.tagName === 'a')) places.add(value);
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes) open.push(child);
  }
  return { places, hasScript };
}

/** The name servers of the web itself are there wherever names are found. */
async function rootIsThere(): Promise<boolean> {
  return resolveNs('.').then(
    (servers) => servers.length > 0,
    () => false,
  );
}
