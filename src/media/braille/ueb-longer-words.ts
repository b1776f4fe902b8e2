import { shortforms } from './ueb-shortforms.ts';

/**
 * Longer words in which a shortform stands (The Rules of Unified English Braille, 10.9.3 and its appendix 1): what may
 * stand before it, and behind it.
 */
const places: Readonly<Record<string, readonly [before: string, behind: string]>> = {
  about: [
    '(here|there|where|gad|knock|lay|round|roust|run|right|stir|turn|walk|east|north|south|west)?',
    '(fac(e|ed|er|ing)|turn(ed)?)?',
  ],
  above: ['(herein)?', '(board|ground|mentioned)?'],
  according: ['(un)?', '(ly)?'],
  across: ['(read)?', '()'],
  after: ['(here|there|where)(in)?', '()'],
  'after ': [
    '()',
    '(battle|birth|breakfast|burn(ed|er|ing)?|care|clap|coffee|damp|dark|deck|dinner|flow|game|glow|guard|hatch(es)?|hour|li(fe|ght|ves?)|lunch(es)?|market|match(es)?|math|meeting|mentioned|mid(day|night)|most|pain|part(y|ies)|piece|play|sale|school|sensation|shave|shock|show(er)?|supper|taste|tax(es)?|tea|theater|theatre|thought|time|treatment|wo(rd|rk|rld))',
  ],
  afternoon: ['(mid|good)?', '(tea)?'],
  afterward: ['()', '()'],
  again: ['(here|there|where)(in)?', '()'],
  against: ['(here|there|where)', '()'],
  before: ['()', '(hand|mentioned)'],
  behind: ['()', '(hand)?'],
  below: ['()', '(deck|ground|mentioned)'],
  beneath: ['()', '(deck|ground)'],
  beside: ['()', '()'],
  between: ['()', '(deck|time|whiles?)'],
  blind: [
    '(colou?r|deaf|pur|snow|un)?',
    '(fish(es)?|fold(ed|er|ing)?|ly|m[ae]n|ness(es)?|sid(e|ed|er|ing)|sight|stor(y|ies)|worm)?',
  ],
  braille: ['(re|mis|un)?', '(d|r|write(r|rs)?|writing|y)?'],
  children: ['(brain|foster|god|grand|greatgrand|love|school|step)', '()'],
  tomorrow: ['()', '()'],
  tonight: ['()', '()'],
  today: ['()', '()'],
  conceive: ['()', '[drs]?'],
  could: ['()', '(a|est|st|nt?|ve)?'],
  deceive: ['(arch|un)?', '[drs]?'],
  deceiving: ['(un)?', '()'],
  declare: ['(un)?', '[drs]?'],
  first: ['(feet|head|tail)', '()'],
  'first ': [
    '()',
    '(aid(er)?|born|class(es)?|day(er)?|fruit(ing)?|generation|hand(ed)?|ling|ly|ness(es)?|night(er)?|rat(e|ed|ing)|string)?',
  ],
  friend: ['(be|boy|de|gal|gentlem[ae]n|girl|guy|lady|m[ae]n|pen|school|un|wom[ae]n)', '()'],
  'friend  ': ['(be|de|un)', '(ed|ing|l(y|ier|iest|iness(es)?))'],
  'friend ': ['()', '(less(ness(es)?)?|ly|l(ier|ies|iest|iness(es)?)|ship)?'],
  good: [
    '(feel|scatter|super)?',
    '(by|bye?(ing)?|day|er|est|evening|fellow(ship)?|heart(ed(ly|ness)?)|humou?r(ed(ly|ness(es)?)?)?|ie|ish|l(ier|iest|iness|y)|look(er|ing)?|m[ae]n|morning|natured?(ly|ness)?|ness(es)?|night|rich|sized?|tempered(ly)?|time|un|wi(fe|n|ves?)|will(ed)?|y|year)?',
  ],
  great: [
    '()',
    '(aunt|batch|circle|coat|en(ed|er|ing)?|er|est|grand.+|hearted(ly|ness(es)?)?|ly|nephew|ness(es)?|niece|sword|uncle)?',
  ],
  him: ['()', '(bo|boes)'],
  immediate: ['()', '(ly|ness)'],
  letter: [
    '(blood|chain|hate|love|news|re|un)?',
    '(bod(y|ies)|bomb(ed|er|ing)?|box(ed|er|es|ing)?|ed|er|form|head(ing)?|ing|m[ae]n|opener|perfect|press(ed|es|ing)?|quality|spac(e|ed|ing)|text)?',
  ],
  little: ['()', '(neck|ness(es)?|r|st|stown)?'],
  'little ': ['be', '(d|ment|r)?'],
  much: ['(foras|inas|inso|over)?', '(ly|ness)?'],
  must: ['()', '(a|ard|ardy|nt?|ve|y|ier|iest|ily|iness)?'],
  necessary: ['(un)', '()'],
  paid: ['(highly|ill|lowly|over|poorly|post|pre|re|under|un|unre|well)', '()'],
  perceive: ['(ap|mis|un)?', '[drs]?'],
  perceiving: ['(ap|mis|un)?', '()'],
  perhaps: ['()', '(es)?'],
  quick: [
    '(double|super|un)?',
    '(draw|en(ed|er|ing)?|er|est|fir(e|ing)|fr(eeze|eezing|oze|ozen)|ie|ish(ly)?|lime|ly|ness(es)?|sand|set|silver(ed|ing)?|span|step(ped|per|ping)?|tempered|time|witted(ly|ness)?|y)?',
  ],
  receive: ['(p|un)?', '(d|r|s|rship)?'],
  receiving: ['(p|un)?', '()'],
  rejoice: ['(un)?', '(d|r|s|ful(ly|ness)?)?'],
  rejoicing: ['(un)?', '(ly)?'],
  said: ['(afore|fore|gain|mis|un)?', '(est|st)?'],
  should: ['()', '(a|est|st|nt?|ve)?'],
  such: ['(none|non|some)', '()'],
  'such ': ['()', 'like'],
  thyself: ['()', '()'],
  together: ['()', '(ness(es)?)'],
  would: ['t?', '(a|est|st|nt?|ve)?'],
  your: ['()', '()'],
  yourself: ['(doit)?', '(er)?'],
};

const patterns = new Map<string, readonly RegExp[]>();
for (const [name, [before, behind]] of Object.entries(places)) {
  const word = name.trim();
  patterns.set(word, [...(patterns.get(word) ?? []), new RegExp(`^${before}<>${behind}s?$`)]);
}
const known = new Map(Object.entries(shortforms));

/** Its cells, and its letters where it is no part of a shortform. */
interface Part {
  readonly cells: string;
  readonly text: string;
}

/** The word where a shortform stands in it; undefined where none can. */
export function longerWord(parts: readonly Part[]): string | undefined {
  for (let from = 0; from < parts.length; from++) {
    for (let to = from + 1; to <= Math.min(parts.length, from + 4); to++) {
      const word = shortformOf(parts, from, to);
      if (word === undefined) continue;
      const before = textOf(parts, 0, from);
      const behind = textOf(parts, to, parts.length);
      // "bell" is no "belittle": its first letters are spelt.
      if (word === 'little' && from === 2) continue;
      if (patterns.get(word)?.some((pattern) => pattern.test(`${before}<>${behind}`)))
        return before + word + behind;
    }
  }
  return undefined;
}

function shortformOf(parts: readonly Part[], from: number, to: number): string | undefined {
  let cells = '';
  for (let at = from; at < to; at++) cells += parts[at]!.cells;
  return known.get(cells);
}

function textOf(parts: readonly Part[], from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) text += parts[at]!.text;
  return text;
}
