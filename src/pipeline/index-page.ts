import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { dateInWords } from '../document/date.ts';
import { english } from '../document/furniture/english.ts';
import { furnitureOf } from '../document/furniture/furniture-of.ts';
import { lines } from '../media/hast/lines.ts';
import { pageBytes, topId } from '../media/hast/page.ts';
import { readerControls } from '../media/hast/reader-controls.ts';
import { searchScript } from '../media/hast/search-script.ts';
import { compact, pageStyle } from '../media/hast/style.ts';
import { indexStyle } from '../media/hast/style-index.ts';
import { entry, named } from './index-entry.ts';
import type { IndexOutput, IndexReport } from './index-report.ts';

export type { IndexOutput, IndexReport };

const title = 'Find a report in the format that suits you';
const description =
  'Reports in large print, Easy Read, braille, audio and other formats. Choose the one that you can use.';

/** The page from which a patient or carer starts: every report, every format of it with type and size, and how to ask for more. */
export function indexPage(reports: readonly IndexReport[], address?: string): string {
  const organisations = new Set(reports.map((report) => report.organisation));
  const [publisher] = organisations.size === 1 ? organisations : ['Reports for everyone'];
  const bytes = pageBytes({
    language: 'en-GB',
    title: organisations.size === 1 ? `${title} - ${publisher}` : title,
    description,
    className: 'index',
    address,
    publisher,
    scripts: [searchScript],
    style: pageStyle + compact(indexStyle).trimStart(),
    header: [
      h(
        'div',
        { className: ['band'] },
        h('p', { className: ['publisher'] }, publisher),
        h('a', { href: '#page.ask' }, 'Ask for another format'),
        readerControls('en-GB'),
      ),
    ],
    main: lines([opening(reports), ...reports.map(section), ask()]),
    footer: [
      h(
        'div',
        { className: ['foot'] },
        h('p', { className: ['to-top'] }, h('a', { href: `#${topId}` }, english.web.backToTop)),
      ),
    ],
  });
  return new TextDecoder().decode(bytes);
}

function opening(reports: readonly IndexReport[]): Element {
  const links = reports.map((report) => h('li', h('a', { href: `#${sectionId(report)}` }, named(report))));
  return h(
    'div',
    { className: ['opening'] },
    h('h1', title),
    h(
      'p',
      reports.length === 0 ? 'There is no report here yet.' : 'First choose a report. Then choose a format.',
    ),
    reports.length === 0 ? [] : search(),
    links.length === 0
      ? []
      : h(
          'nav',
          { className: ['contents'], ariaLabel: 'List of reports' },
          h('h2', 'Reports'),
          h('ul', { role: 'list' }, links),
        ),
  );
}

/** Shown where the page's script runs. */
function search(): Element {
  return h('form', { className: ['search'], role: 'search', autoComplete: 'off' }, [
    h('label', { htmlFor: 'page.search' }, 'Search for a report, a format or a subject'),
    h('input', { type: 'search', id: 'page.search' }),
    h('p', { role: 'status', dataFound: 'Found {count} of {total} reports.' }),
  ]);
}

/** What the report is about, part by part: people look for a subject, not for a title. */
function parts(report: IndexReport): ElementContent[] {
  if (report.parts === undefined || report.parts.length === 0) return [];
  const lang = /^en\b/i.test(report.language) ? {} : { lang: report.language };
  const links = report.parts.map(({ text, href }) => h('li', h('a', { href }, text)));
  return [
    h(
      'details',
      { className: ['parts'] },
      h('summary', 'What is in this report: ', named(report)),
      h('ul', lang, lines(links)),
    ),
  ];
}

function section(report: IndexReport): Element {
  const id = `${sectionId(report)}.title`;
  return h(
    'section',
    { className: ['report'], id: sectionId(report), ariaLabelledBy: id },
    h('h2', { id }, named(report)),
    translated(report),
    h(
      'p',
      { className: ['published'] },
      'Published by ',
      publisherOf(report),
      `, ${dateInWords(report.date)}.`,
    ),
    report.outputs.length === 0
      ? h('p', 'No format of this report is ready yet.')
      : h(
          'ul',
          { className: ['formats'], role: 'list' },
          lines(report.outputs.map((output) => entry(output, report))),
        ),
    parts(report),
  );
}

function publisherOf({ organisation, language }: IndexReport): ElementContent {
  return /^en\b/i.test(language)
    ? { type: 'text', value: organisation }
    : h('bdi', { lang: language }, organisation);
}

/** Which language a report has, where it is not English. */
function translated({ language }: IndexReport): ElementContent[] {
  if (/^en\b/i.test(language)) return [];
  const code = language.split('-')[0]!.toLowerCase();
  const name = english.languages[code] ?? language;
  const own = furnitureOf(language).languages[code];
  const also = own === undefined || own === name ? [] : [' (', h('span', { lang: language }, own), ')'];
  return [h('p', { className: ['published'] }, `In ${name}`, also, '.')];
}

function ask(): Element {
  const item = (...content: string[]) => h('li', content);
  return h(
    'section',
    { className: ['ask'], id: 'page.ask', ariaLabelledBy: 'page.ask.title' },
    h('h2', { id: 'page.ask.title' }, 'Ask for another format'),
    h(
      'p',
      'Is the format that you need not here? You can ask for it, for example in British Sign Language, in another language, in Makaton or Moon, on a CD or memory stick, or printed and sent by post. You can ask for yourself or for someone that you care for.',
    ),
    h(
      'p',
      'Each report tells you how to reach the people who publish it. Look near its start for "Ask for this document in another format". Tell them:',
    ),
    h(
      'ul',
      item('the name of the report'),
      item('the format that you need, with the size of the letters or the language'),
      item('how they can send it to you.'),
    ),
    h('p', 'You do not have to pay for it.'),
  );
}

function sectionId(report: IndexReport): string {
  return `report.${report.id}`;
}
