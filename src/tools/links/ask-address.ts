import { lookup as systemLookup } from 'node:dns';
import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { version } from '../../kernel/version.ts';
import { isPrivateAddress } from './private-addresses.ts';

export interface AskOptions {
  /** Whether addresses of this machine and of private networks are asked. */
  readonly allowPrivate: boolean;
  /** Milliseconds for one address, with all that it redirects to. */
  readonly eachLimit: number;
  /** Finds the IP addresses of a host; the system's way where nothing is given. */
  readonly lookup?: LookupFunction;
}

/** What a server said of an address. */
export type Answer =
  | { readonly state: 'there'; readonly page?: PageAnswer }
  /** The server says so, or there is no such host. */
  | { readonly state: 'dead'; readonly why: string; readonly noHost?: true }
  /** Nobody knows: no answer in time, a server that is out of order or turns programs away. */
  | { readonly state: 'unknown'; readonly why: string; readonly answered: boolean };

/** An HTML page whose places can be looked for; `html` is absent where it is too long or in another form. */
export interface PageAnswer {
  readonly html?: string;
}

const mostRedirects = 10;
/** Bytes of a page in which a place is looked for. */
const mostBytes = 2_000_000;
const gone: ReadonlyMap<number, string> = new Map([
  [404, 'the server says that there is no such page (404)'],
  [410, 'the server says that the page was taken away (410)'],
]);

/**
 * Asks one address: with HEAD, and where that does not settle it, or a place in the page is wanted, with GET. Never throws.
 * @param wantsPage whether the page's HTML is wanted
 */
export async function askAddress(
  address: string,
  wantsPage: boolean,
  options: AskOptions,
  end: AbortSignal,
): Promise<Answer> {
  const signal = AbortSignal.any([end, AbortSignal.timeout(options.eachLimit)]);
  try {
    if (!wantsPage) {
      const head = await follow('HEAD', address, options, signal);
      if (head.state === 'there') return head;
    }
    return await follow('GET', address, options, signal, wantsPage);
  } catch (error) {
    return answerOf(error, options, end, signal);
  }
}

async function follow(
  method: 'HEAD' | 'GET',
  address: string,
  options: AskOptions,
  signal: AbortSignal,
  wantsPage = false,
): Promise<Answer> {
  let url = new URL(address);
  for (let count = 0; count <= mostRedirects; count++) {
    const response = await ask(method, url, options, signal);
    const status = response.statusCode ?? 0;
    const { location } = response.headers;
    if (status >= 300 && status < 400 && location !== undefined) {
      response.destroy();
      const next = URL.canParse(location, url.href) ? new URL(location, url.href) : undefined;
      if (next === undefined || !/^https?:$/.test(next.protocol))
        return { state: 'unknown', why: 'it leads on to something that is no web page', answered: true };
      url = next;
      continue;
    }
    if (status >= 200 && status < 300) {
      if (wantsPage) return { state: 'there', page: await pageOf(response) };
      response.destroy();
      return { state: 'there' };
    }
    response.destroy();
    const why = gone.get(status);
    if (why !== undefined) return { state: 'dead', why };
    return { state: 'unknown', why: `the server answers ${status}${meaningOf(status)}`, answered: true };
  }
  return {
    state: 'unknown',
    why: `it leads on to other addresses more than ${mostRedirects} times`,
    answered: true,
  };
}

function meaningOf(status: number): string {
  if (status === 401 || status === 403) return ' and lets nobody in without a name, or no programs';
  if (status === 429) return ' and wants to be asked less often';
  return status >= 500 ? ' and is out of order' : '';
}

/** Its words are for people. */
class Refused extends Error {}

function ask(
  method: 'HEAD' | 'GET',
  url: URL,
  options: AskOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  if (url.username !== '' || url.password !== '')
    throw new Refused('it holds a name or a password, which is sent to nobody');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!options.allowPrivate && isIP(host) !== 0 && isPrivateAddress(host)) throw new Refused(isPrivate);
  const send = url.protocol === 'https:' ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    const request = send(url, {
      method,
      signal,
      agent: false,
      lookup: guardedLookup(options),
      headers: {
        'user-agent': `allformats/${version} (link check)`,
        accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
        'accept-encoding': 'identity',
      },
    });
    request.on('response', resolve);
    request.on('error', reject);
    request.end();
  });
}

const isPrivate =
  'it lies in a private network or on this machine, which is not asked (--allow-private asks it)';

/** What a name stands for is looked at where the connection is made: nobody can give another answer in between. */
function guardedLookup({
  lookup = systemLookup as LookupFunction,
  allowPrivate,
}: AskOptions): LookupFunction {
  return (host, wanted, answer) => {
    lookup(host, { ...wanted, all: true }, (error, found) => {
      if (error) return answer(error, []);
      const all = Array.isArray(found) ? found : [];
      const [first] = all;
      if (first === undefined) return answer(Object.assign(new Error(host), { code: 'ENOTFOUND' }), []);
      if (!allowPrivate && all.some(({ address }) => isPrivateAddress(address)))
        return answer(new Refused(isPrivate), []);
      if (wanted.all) answer(null, all);
      else answer(null, first.address, first.family);
    });
  };
}

async function pageOf(response: IncomingMessage): Promise<PageAnswer> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = response.headers;
  const isReadable = /^(?:text\/html|application\/xhtml\+xml)\b/i.test(type) && encoding === 'identity';
  const parts: Buffer[] = [];
  let length = 0;
  try {
    if (!isReadable) return {};
    for await (const part of response as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > mostBytes) return {};
      parts.push(part);
    }
    // The names of places are the same in every encoding that pages have, as far as they are ASCII.
    return { html: Buffer.concat(parts).toString('utf8') };
  } finally {
    response.destroy();
  }
}

function answerOf(error: unknown, options: AskOptions, end: AbortSignal, signal: AbortSignal): Answer {
  if (error instanceof Refused) return { state: 'unknown', why: error.message, answered: false };
  if (end.aborted)
    return { state: 'unknown', why: 'the time for all links together was over', answered: false };
  if (signal.aborted)
    return {
      state: 'unknown',
      why: `there is no answer within ${Math.round(options.eachLimit / 1000)} seconds`,
      answered: false,
    };
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'ENOTFOUND') return { state: 'dead', why: 'there is no site of this name', noHost: true };
  if (/CERT|TLS|SSL|SIGNATURE|ISSUER|ALTNAME/.test(code))
    return { state: 'unknown', why: `the connection is not safe (${code})`, answered: false };
  return { state: 'unknown', why: `there is no connection (${code || message})`, answered: false };
}
