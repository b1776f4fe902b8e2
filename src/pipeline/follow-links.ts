import { easyReadingOf, readingOf } from '../document/passages.ts';
import type { Document } from '../document/tree.ts';
import type { Finding, Position } from '../kernel/finding.ts';
import { checkLinks, type LinkCheckOptions, type LinkState } from '../tools/links/check-links.ts';
import { findReports } from './find-reports.ts';
import type { Verdict } from './judge.ts';
import { type Project, projectPath } from './project.ts';
import { readReport } from './read-report.ts';

interface OutsideLink {
  /** As browsers write it. */
  readonly address: string;
  readonly words: string;
  readonly at?: Position;
}

/** Asks the web addresses that reports link to, each once, and tells at the place of each link what the server said. */
export async function followLinks(
  project: Project,
  paths: readonly string[],
  allowPrivate: boolean,
  options: LinkCheckOptions = {},
): Promise<readonly Verdict[]> {
  const started = performance.now();
  const reports = new Map<string, readonly OutsideLink[]>();
  for (const report of findReports(project, paths)) {
    const path = projectPath(project.root, report.path);
    const links = linksOf(() => readReport(project.root, report).document);
    if (links !== undefined) reports.set(path, links);
  }
  const addresses = [...reports.values()].flat().map(({ address }) => address);
  const { states, asked, answered } = await checkLinks(addresses, { ...options, allowPrivate });
  const findings = [...reports].map(([path, links]) => ({
    path,
    findings: links.flatMap((link) => findingOf(link, states.get(link.address)!) ?? []),
  }));
  const unlooked = [...states.values()].filter(({ state }) => state === 'place-not-looked-for').length;
  const notes = [
    `${asked} different ${asked === 1 ? 'address' : 'addresses'} asked`,
    ...(unlooked > 0
      ? [`in ${unlooked} of them the place behind "#" was not looked for: no page, or larger than 2 MB`]
      : []),
  ];
  return [
    {
      judge: 'link check (other sites)',
      files: reports.size,
      paths: [...reports.keys()],
      findings: findings.filter((one) => one.findings.length > 0),
      ...(asked > 0 &&
        !answered && { notChecked: 'No server answered. Is there a connection to the network?' }),
      note: notes.join('; '),
      time: Math.round(performance.now() - started),
    },
  ];
}

/** A report that cannot be read is told where it is converted. */
function linksOf(read: () => Document): readonly OutsideLink[] | undefined {
  let document: Document;
  try {
    document = read();
  } catch {
    return undefined;
  }
  const { contact, places } = document.meta;
  const at = places?.get('contact.web');
  const web = contact.web === undefined ? [] : [{ text: contact.web, url: contact.web, ...(at && { at }) }];
  return [...web, ...readingOf(document).links, ...easyReadingOf(document).links].flatMap((link) => {
    if (!/^https?:/i.test(link.url) || !URL.canParse(link.url)) return [];
    return [{ address: new URL(link.url).href, words: link.text, ...(link.at && { at: link.at }) }];
  });
}

function findingOf({ address, words, at }: OutsideLink, state: LinkState): Finding | undefined {
  const where = at === undefined ? {} : { at };
  const link = words === address ? 'The link' : `The link "${words}"`;
  switch (state.state) {
    case 'there':
    case 'place-not-looked-for':
      return undefined;
    case 'dead':
      return {
        rule: 'link/dead',
        severity: 'error',
        message: `${link} leads to nothing: ${address}, ${state.why}.`,
        fix: 'Link to where the page is now, or take the link out and say in words what it told.',
        ...where,
      };
    case 'no-place':
      return {
        rule: 'link/no-such-place',
        severity: state.sure ? 'warning' : 'person',
        message: `${link} leads to a page without the place "${state.place}": ${address}.${
          state.sure ? '' : ' A script of the page may make it.'
        }`,
        fix: 'Link to a heading that the page has, or to the page as a whole.',
        ...where,
      };
    case 'unknown':
      return {
        rule: 'link/not-reached',
        severity: 'person',
        message: `Nobody knows whether ${link.replace('The', 'the')} works: ${address}, ${state.why}.`,
        fix: 'Open it in a browser. If it does not open there, link to where the page is now.',
        ...where,
      };
    default:
      return state satisfies never;
  }
}
