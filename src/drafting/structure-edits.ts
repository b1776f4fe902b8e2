import { inFigures, numberPattern, worthOf } from '../wording/numbers.ts';
import { type Edit, isQuoted } from './edit.ts';

const be = 'is|are|was|were|has|have|had|will|can|could|may|might|must|should|shall|do|does|did';
const pronoun = 'it|they|we|he|she|there|this|these|you|I';
const starter = 'the|a|an|our|its|their|staff|people|all|some|many|each|every|those|both|other|most';

/** Numbers in words as digits: `nine` as 9. Never "one", which is mostly no number, and no part of a fixed phrase. */
export function numberEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(numberPattern)) {
    const from = match[0];
    const worth = worthOf(match);
    if (match.groups?.words === undefined || worth === undefined || worth < 2 || worth > 999) continue;
    const after = text.slice(match.index + from.length);
    if (/^(?:-| and a half| (?:thirds?|quarters?|halves|fifths?|or\b|out of))/i.test(after)) continue;
    if (isQuoted(text, match.index)) continue;
    if (/(?:^|\s)(?:or|twenty|and)$/i.test(text.slice(0, match.index).trimEnd())) continue;
    edits.push({
      operation: 'number',
      tier: 'A',
      start: match.index,
      end: match.index + from.length,
      from,
      to: inFigures(worth),
    });
  }
  return edits;
}

/** Per cent as people count: `6.8% of` as `about 7 in 100 of`. Changes of a share ("up by 5%") stay: a person has to tell them. */
export function shareEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(
    /(?<![\p{L}\p{N}.])(\d+(?:\.\d+)?) ?(?:%|per ?cent\b)(?! ?(?:points?|increase|decrease|rise|fall|to|and|or|more|less|higher|lower)\b)/giu,
  )) {
    const value = Number(match[1]);
    const whole = Math.round(value);
    const before = text.slice(Math.max(0, match.index - 14), match.index);
    if (whole < 1 || whole > 99 || /\b(?:by|to|and|from|or|between)\s$/i.test(before)) continue;
    const about =
      whole === value ||
      /\b(?:about|around|nearly|almost|over|under|than|approximately|roughly)\s$/i.test(before);
    const after = text.slice(match.index + match[0].length);
    // "7 in 100 of our staff" is how people say it; in other places the sentence wants another turn.
    const tier =
      /^ of (?:the |our |its |all |their )?\p{L}/u.test(after) && !/\bof\s$/i.test(before) ? 'A' : 'B';
    const to = `${about ? '' : 'about '}${whole} in 100`;
    edits.push({
      operation: 'share',
      tier,
      start: match.index,
      end: match.index + match[0].length,
      from: match[0],
      to,
      exact: match[0],
    });
  }
  return edits;
}

/** Words in brackets, taken out: a short form that repeats the words before it is safe, the rest is a suggestion. */
export function bracketEdits(text: string): Edit[] {
  return [...text.matchAll(/ \(([^()]{1,200})\)/g)].map((match) => {
    const isShortForm = /^[“"‘']?[\p{Lu}\p{N}&]{2,}s?[”"’']?$/u.test(match[1]!.trim());
    return {
      operation: 'brackets',
      tier: isShortForm ? 'A' : 'B',
      start: match.index,
      end: match.index + match[0].length,
      from: match[0],
      to: '',
    };
  });
}

/** Places where one sentence can become two. */
export function splitEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  const add = (tier: Edit['tier'], start: number, from: string, to: string) =>
    edits.push({ operation: 'split', tier, start, end: start + from.length, from, to });
  const ends = (at: number, length: number) =>
    words(text.slice(0, at)) >= 4 && words(text.slice(at + length)) >= 3;
  const scan = (
    pattern: RegExp,
    tier: Edit['tier'],
    tell: (match: RegExpMatchArray) => string | undefined,
  ) => {
    for (const match of text.matchAll(pattern)) {
      const to = tell(match);
      if (to !== undefined && ends(match.index!, match[0].length)) add(tier, match.index!, match[0], to);
    }
  };
  scan(
    new RegExp(String.raw`; (?:and |but )?(${pronoun})(?= \p{L})`, 'giu'),
    'A',
    ([, who]) => `. ${capital(who!)}`,
  );
  scan(
    new RegExp(String.raw`,? and (${pronoun})(?= (?:also |then |now |still )?(?:${be})\b)`, 'giu'),
    'A',
    (match) => (isInside(text, match.index!) ? undefined : `. ${capital(match[1]!)}`),
  );
  scan(new RegExp(String.raw`, but (${pronoun})(?= \p{L})`, 'giu'), 'A', ([, who]) => `. But ${who}`);
  scan(
    new RegExp(String.raw`; (${starter})(?= (?:[\p{L}-]+ ){1,5}(?:${be})\b)`, 'giu'),
    'A',
    ([, who]) => `. ${capital(who!)}`,
  );
  scan(
    new RegExp(String.raw`, but (${starter})(?= (?:[\p{L}-]+ ){1,5}(?:${be})\b)`, 'giu'),
    'A',
    ([, who]) => `. But ${who}`,
  );
  scan(new RegExp(String.raw`, and (${starter})(?= (?:[\p{L}-]+ ){1,4}(?:${be})\b)`, 'giu'), 'B', (match) =>
    isInside(text, match.index!) ? undefined : `. ${capital(match[1]!)}`,
  );
  scan(/, which (?=(?:also |now |then )?(?:is|was|has|will|can|may|must|had)\b)/giu, 'B', (match) =>
    /,[^,]*$/.test(text.slice(match.index! + 1)) && text.slice(match.index! + 2).includes(', ')
      ? undefined
      : '. This ',
  );
  scan(/, which (?=(?:are|were|have)\b)/giu, 'B', (match) =>
    text.slice(match.index! + 2).includes(', ') ? undefined : '. These ',
  );
  scan(/,? because (?=(?:it|they|we|he|she|there|this|these|the)\b)/giu, 'B', (match) =>
    isInside(text, match.index!) ? undefined : '. This is because ',
  );
  const subject = new RegExp(
    String.raw`^((?:The|Our|This|Its|Their)(?: [\p{L}-]+){1,3}|It|They|We|He|She) (?:${be})\b`,
    'u',
  ).exec(text)?.[1];
  if (subject !== undefined) {
    scan(new RegExp(String.raw`,? and (?=(?:also )?(?:${be})\b)`, 'giu'), 'B', (match) =>
      isInside(text, match.index!) ? undefined : `. ${subject} `,
    );
  }
  return edits;
}

/** Behind "that", "if" or "which" a clause belongs to another one. */
function isInside(text: string, at: number): boolean {
  const sentence = text
    .slice(0, at)
    .split(/[.;:] /)
    .at(-1)!;
  return /\b(?:that|if|whether|which|who|when|where|because|although|while|unless|how|why|both|between|either)\b/i.test(
    sentence,
  );
}

function words(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}
