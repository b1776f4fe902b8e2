/** A piece of text with the language that it is marked with; undefined where it has the document's. */
export interface TextRun {
  readonly text: string;
  readonly lang: string | undefined;
}

/** A part of a text in a language that is marked; `start` and `end` count UTF-16 units of the text. */
export interface LanguageRange {
  readonly lang: string;
  readonly start: number;
  readonly end: number;
}

/** The text of the runs with its white space folded to single spaces, and which parts of it have a language of their own. */
export function joinRuns(runs: readonly TextRun[]): {
  readonly text: string;
  readonly languages: readonly LanguageRange[];
} {
  let text = '';
  const ranges: { lang: string; start: number; end: number }[] = [];
  for (const { text: raw, lang } of runs) {
    const folded = raw.replace(/\s+/gu, ' ');
    const start = text.length;
    text += text === '' || text.endsWith(' ') ? folded.replace(/^ /, '') : folded;
    if (lang === undefined || text.slice(start).trim() === '') continue;
    const last = ranges.at(-1);
    if (last?.lang === lang && text.slice(last.end, start).trim() === '') last.end = text.length;
    else ranges.push({ lang, start, end: text.length });
  }
  text = text.trimEnd();
  const languages = ranges.map(({ lang, start, end }) => {
    const inside = text.slice(start, end);
    const from = start + inside.length - inside.trimStart().length;
    return { lang, start: from, end: start + inside.trimEnd().length };
  });
  return { text, languages };
}
