/** `orca`: the real Orca; `virtual`: Guidepup's virtual screen reader. */
export type ReaderName = 'orca' | 'virtual';

/** Utterances of Orca that say what something is, and no word of the page. */
const ofOrca = [
  /^heading level \d$/,
  /^(?:link|visited link|button|push button|toggle button|check box|radio button|entry|combo box|text|password text|spin button|slider|list box)$/,
  /^(?:collapsed|expanded|not checked|checked|pressed|not pressed|selected|not selected|required|invalid entry|read only|grayed)$/,
  /^(?:[Ll]ist|[Dd]escription list) with \d+ (?:items?|terms?)$/,
  /^(?:opens menu|has popup)$/,
  /^To get missing image descriptions, open the context menu\.$/,
  /^Nesting level \d+$/,
  /^[Ll]eaving (?:\d+ )?[a-z ]+\.?$/,
  /^table with \d+ rows? \d+ columns?$/,
  /^(?:row|column) \d+$/,
  /^(?:row|column) header$/,
  /^(?:caption|description term|description value|figure|image|Unlabeled image|graphic|block quote|comment|separator|blank|clickable|panel|form|article|footnote|footer|header|code|math|frame|document web|document frame)$/,
  /^(?:banner|main content|main|navigation|complementary content|complementary|information|content information|search|region|landmark)$/,
  /^(?:grouping|group|section|alert|dialog|status bar|marked content|mark|inserted|deleted|content deletion|content insertion)$/,
];

const virtualRoles =
  'document|main|banner|navigation|contentinfo|complementary|region|search|form|article|section|heading|paragraph|list|listitem|link|button|table|row|rowgroup|columnheader|rowheader|cell|caption|abbr|figure|image|img|group|note|blockquote|term|definition|emphasis|strong|code|time|mark|superscript|subscript|deletion|insertion|separator|textbox|checkbox|radio|combobox|doc-[a-z]+|generic|associationlist|associationlistitemkey|associationlistitemvalue';
/** Phrases within which something without a role ends. */
const nearEnd = 8;
const virtualEnd = 'end of ';
const virtualStart = new RegExp(`^(${virtualRoles})(?:, ([\\s\\S]*))?$`);
/** What the virtual screen reader adds behind a name. */
const virtualStates =
  /(?:(?:, |^)(?:level \d+|position \d+|set size \d+|(?:not )?(?:expanded|checked|pressed|selected|disabled|required)|has popup [a-z]+))+$/;

/** What a reader said, without what says only what something is. */
export function strippedPhrases(reader: ReaderName, said: readonly string[]): string[] {
  if (reader === 'orca') return said.filter((phrase) => !ofOrca.some((one) => one.test(phrase.trim())));
  const phrases = said.map((phrase) => phrase.replace(/\s+/g, ' ').trim());
  const ends = new Set(phrases.filter((phrase) => phrase.startsWith(virtualEnd)));
  return phrases.flatMap((phrase, at) => {
    // The words of what has an end stand between the two; a name alone is the words.
    if (ends.has(phrase) || ends.has(virtualEnd + phrase)) return [];
    // What has no role is named and ended by its name, such as a short form by what it means.
    if (phrase.startsWith('end, ') || phrases.slice(at, at + nearEnd).includes(`end, ${phrase}`)) return [];
    const [, , rest = ''] = phrase.match(virtualStart) ?? [undefined, undefined, phrase];
    const words = rest.replace(virtualStates, '');
    return words === '' ? [] : [words];
  });
}
