import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Edit } from './edit.ts';
import type { ToDo, ToDoIdea, ToDoPart } from './to-do.ts';

// Tested at 320 pixels and on paper: two columns only where both are wide enough.
const style = `
:root{color-scheme:light}
body{font:1.125rem/1.5 "Atkinson Hyperlegible Next",Verdana,Arial,sans-serif;color:#212b32;background:#fff;margin:0 auto;max-width:70rem;padding:1rem;overflow-wrap:anywhere}
h1,h2{line-height:1.25}h2{border-top:4px solid #005eb8;padding-top:1rem;margin-top:2.5rem}
a{color:#005eb8}
ol.ideas{list-style:none;padding:0}
ol.ideas>li{border:1px solid #4c6272;border-radius:4px;padding:1rem;margin:0 0 1rem;break-inside:avoid}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1rem}
.pair p{margin:0}.label{font-weight:bold;color:#3f525f}
.easy{font-size:1.25rem}
ul.open{margin:.75rem 0 0;padding-left:1.75rem}ul.open li{margin:.25rem 0}
ul.open li::marker{content:"\\2610  "}
.error{font-weight:bold}
@media print{body{max-width:none;font-size:14pt}a{color:inherit}}
`;

/** The to-do list as a page that works without a script and on paper, for a meeting of those who write and those who check. */
export function toDoPage(toDo: ToDo): string {
  const { title, parts, open } = toDo;
  const tree = h(null, [
    { type: 'doctype' },
    h('html', { lang: 'en-GB' }, [
      h('head', [
        h('meta', { charset: 'utf-8' }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('title', `Easy Read to-do list: ${title}`),
        h('style', style),
      ]),
      h('body', [
        h(
          'main',
          kept([
            h('h1', `Easy Read to-do list: ${title}`),
            ...summary(toDo),
            open.length > 0 && h('h2', 'For the whole document'),
            open.length > 0 &&
              h(
                'ul',
                { class: 'open' },
                open.map(({ message, severity }) => h('li', { class: severity }, message)),
              ),
            h('nav', { ariaLabel: 'Parts' }, [
              h(
                'ol',
                parts.map((part, at) =>
                  h('li', [h('a', { href: `#part-${at + 1}` }, part.title), ` (${openIn(part)} open)`]),
                ),
              ),
            ]),
            ...parts.flatMap((part, at) => section(part, at)),
          ]),
        ),
      ]),
    ]),
  ]);
  return `${toHtml(tree)}\n`;
}

/** Without the parts that are not wanted. */
function kept(parts: readonly (Element | false)[]): Element[] {
  return parts.filter((part): part is Element => part !== false);
}

function summary({ readability, isTagged, parts }: ToDo) {
  const { sentences, words, mean, longest, grade } = readability;
  const count = parts.reduce((sum, part) => sum + openIn(part), 0);
  return kept([
    h('p', `${count} things are open. Tick them off as you go, and run the command again.`),
    h(
      'p',
      `${sentences} sentences, ${words} words. A sentence has ${mean} words in the mean, and ${longest} at most. Flesch-Kincaid grade ${grade}: advice only.`,
    ),
    !isTagged && h('p', 'Passive sentences were not looked for.'),
  ]);
}

function openIn({ ideas, guard, toChoose }: ToDoPart): number {
  return guard.length + toChoose.length + ideas.reduce((sum, idea) => sum + idea.open.length, 0);
}

function section(part: ToDoPart, at: number) {
  const { title, ideas, guard, leftOut, toChoose } = part;
  return kept([
    h('h2', { id: `part-${at + 1}` }, title),
    guard.length > 0 && h('h3', 'Compare with the report'),
    guard.length > 0 &&
      h(
        'ul',
        { class: 'open' },
        guard.map((one) => h('li', { class: 'error' }, one)),
      ),
    toChoose.length > 0 && h('h3', 'Choose what to tell'),
    toChoose.length > 0 &&
      h(
        'ul',
        { class: 'open' },
        toChoose.map((one) => h('li', one)),
      ),
    h('h3', 'Ideas'),
    h('ol', { class: 'ideas' }, ideas.map(item)),
    leftOut.length > 0 && h('h3', 'Left out, on record'),
    leftOut.length > 0 && h('p', {}, leftOut.join('; ')),
  ]);
}

function item(idea: ToDoIdea) {
  const { text, source, picture, pictureSuggestion, open, suggestions } = idea;
  return h(
    'li',
    kept([
      h('div', { class: 'pair' }, [
        h('div', [
          h('p', { class: 'label' }, `Easy Read${idea.at ? `, line ${idea.at.line}` : ''}`),
          h('p', { class: 'easy' }, text),
        ]),
        h('div', [
          h(
            'p',
            { class: 'label' },
            source ? `The report${source.at ? `, line ${source.at.line}` : ''}` : 'The report',
          ),
          h('p', source ? source.text : 'No sentence of the report is near: is it right?'),
        ]),
      ]),
      h('p', [
        h('span', { class: 'label' }, 'Picture: '),
        picture ?? (pictureSuggestion ? `none yet. Try "${pictureSuggestion}".` : 'none yet. Choose one.'),
      ]),
      open.length + suggestions.length > 0 &&
        h('ul', { class: 'open' }, [
          ...open.map(({ message, severity }) => h('li', { class: severity }, message)),
          ...suggestions.map((edit) => h('li', suggestionText(edit))),
        ]),
    ]),
  );
}

export function suggestionText({ operation, tier, from, to }: Edit): string {
  const sure = tier === 'A' ? 'Suggestion' : 'Suggestion to weigh';
  switch (operation) {
    case 'brackets':
      return `${sure}: leave out "${from.trim()}".`;
    case 'split':
      return `${sure}: make two sentences at "${from.trim()}": "${to.trim()}".`;
    case 'substitute':
    case 'number':
    case 'share':
      return to === '' ? `${sure}: leave out "${from}".` : `${sure}: "${to}" in place of "${from}".`;
    default:
      return operation satisfies never;
  }
}
