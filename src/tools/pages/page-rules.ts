import type { Severity } from '../../kernel/finding.ts';

/** A rule about a page as a browser shows it. Its page in docs/rules is made from src/rules/kinds/page-kinds.ts. */
export interface PageRule {
  readonly severity: Severity;
  readonly fix: string;
  readonly clauses: readonly string[];
}

/** Our own rules for pages, by id: what axe-core leaves out, because a page must be enlarged, spaced or gone through by keyboard. */
export const pageRules = {
  'page/fixed-spacing': {
    severity: 'error',
    fix: 'Take "!important" away from the spacing in the style attribute, so that readers can set their own.',
    clauses: ['WCAG 2.2 1.4.12'],
  },
  'page/text-spacing': {
    severity: 'error',
    fix: 'Let the box grow with its words: no fixed height, no "overflow: hidden".',
    clauses: ['WCAG 2.2 1.4.12'],
  },
  'page/zoom': {
    severity: 'error',
    fix: 'Let the box grow with its words: no fixed height, no "overflow: hidden".',
    clauses: ['WCAG 2.2 1.4.4'],
  },
  'page/reflow': {
    severity: 'error',
    fix: 'Use widths in % or max-width, and let long words break (overflow-wrap: anywhere).',
    clauses: ['WCAG 2.2 1.4.10'],
  },
  'page/focus-visible': {
    severity: 'error',
    fix: 'Do not take the outline away, or give the control another mark for :focus-visible.',
    clauses: ['WCAG 2.2 2.4.7'],
  },
  'page/keyboard-trap': {
    severity: 'error',
    fix: 'Let the Tab key, or the Escape key, lead out of it.',
    clauses: ['WCAG 2.2 2.1.2'],
  },
  'page/contrast': {
    severity: 'error',
    fix: 'Put a plain background behind the words, or choose another colour for them.',
    clauses: ['WCAG 2.2 1.4.3'],
  },
  'page/link-words': {
    severity: 'warning',
    fix: 'Use the name of the document or page as the words of the link.',
    clauses: ['WCAG 2.2 2.4.4'],
  },
  'page/alt-words': {
    severity: 'error',
    fix: 'Tell what the picture says. Where it says nothing, write alt="".',
    clauses: ['WCAG 2.2 1.1.1'],
  },
  'page/table-headers': {
    severity: 'error',
    fix: 'Make the cells that name columns and rows header cells: <th scope="col">, <th scope="row">.',
    clauses: ['WCAG 2.2 1.3.1'],
  },
  'page/unseen-words': {
    severity: 'error',
    fix: 'Show the words, or take them away.',
    clauses: ['WCAG 2.2 1.4.3'],
  },
  'page/unheard-words': {
    severity: 'error',
    fix: 'Take aria-hidden away, or say the same to screen readers in another place.',
    clauses: ['WCAG 2.2 1.3.1'],
  },
  'page/order': {
    severity: 'error',
    fix: 'Put the parts into the page in the order in which they are shown.',
    clauses: ['WCAG 2.2 1.3.2'],
  },
  'page/focus-order': {
    severity: 'error',
    fix: 'Put the controls into the page in the order in which they are shown.',
    clauses: ['WCAG 2.2 2.4.3'],
  },
  'page/print': {
    severity: 'warning',
    fix: 'In a style for print let the box show all: "overflow: visible", no fixed height.',
    clauses: ['DAPB1605 (meet)'],
  },
  'page/forced-colours': {
    severity: 'warning',
    fix: 'Mark the focus with an outline; "outline: 2px solid transparent" is enough beside a shadow.',
    clauses: ['WCAG 2.2 2.4.7'],
  },
} as const satisfies Readonly<Record<string, PageRule>>;

export type PageRuleId = keyof typeof pageRules;
