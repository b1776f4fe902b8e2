import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { dateInWords } from '../document/date.ts';
import { fileDetails, thousands } from './file-details.ts';
import type { IndexOutput, IndexReport } from './index-report.ts';

/** The link makes sense alone: format, report, type and size. */
export function entry(output: IndexOutput, report: IndexReport): Element {
  const link = h(
    'a',
    { href: output.href },
    h('b', `${output.title}: `),
    named(report),
    ` (${fileDetails(output)})`,
  );
  const content: ElementContent[] = [link];
  if (output.draft) {
    content.push(
      h('p', { className: ['draft'] }, 'Draft, not yet checked by people with a learning disability.'),
    );
  }
  if (output.checked !== undefined) {
    const { by, on } = output.checked;
    content.push(h('p', { className: ['checked'] }, `Checked by ${by} on ${dateInWords(on)}.`));
  }
  content.push(h('p', output.description));
  if (output.findings.error > 0) {
    const count = output.findings.error;
    const problems = count === 1 ? 'a problem' : `${thousands(count)} problems`;
    content.push(
      h('p', { className: ['draft'] }, `We know of ${problems} in this file that can make it hard to use.`),
    );
  }
  const more = [
    length(output.words),
    ...(output.needs.length > 0 ? [`Meets these recorded needs: ${output.needs.join('; ')}.`] : []),
  ];
  content.push(h('p', { className: ['quiet'] }, more.join(' ')));
  return h('li', content);
}

/** Two figures are enough to choose by. */
function length(count: number): string {
  const step = count < 100 ? 1 : 10 ** (String(count).length - 2);
  return `About ${thousands(Math.round(count / step) * step)} words.`;
}

/** The title of a report, marked where it is not English. */
export function named(report: IndexReport): ElementContent {
  return /^en\b/i.test(report.language)
    ? { type: 'text', value: report.title }
    : h('span', { lang: report.language }, report.title);
}
