import type { ToDo } from './to-do.ts';
import { suggestionText } from './to-do-page.ts';

/** The to-do list as Markdown with boxes to tick. */
export function toDoMarkdown({ title, parts, open, readability }: ToDo): string {
  const lines = [
    `# Easy Read to-do list: ${title}`,
    '',
    `${readability.sentences} sentences, ${readability.mean} words in the mean, ${readability.longest} at most.`,
    '',
    ...open.map(({ message }) => `- [ ] ${message}`),
  ];
  for (const { title: name, ideas, guard, toChoose } of parts) {
    lines.push('', `## ${name}`, '', ...[...guard, ...toChoose].map((one) => `- [ ] ${one}`));
    for (const { text, at, source, open: gates, suggestions, pictureSuggestion } of ideas) {
      const tasks = [
        ...gates.map(({ message }) => message),
        ...(pictureSuggestion ? [`Try the picture "${pictureSuggestion}".`] : []),
        ...suggestions.map(suggestionText),
      ];
      if (tasks.length === 0) continue;
      lines.push('', `> ${text}${at ? ` (line ${at.line})` : ''}`);
      if (source) lines.push('>', `> The report: ${source.text}`);
      lines.push('', ...tasks.map((task) => `- [ ] ${task}`));
    }
  }
  return `${lines.join('\n')}\n`;
}
