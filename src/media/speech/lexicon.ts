/**
 * How words are said: `letters` says them letter by letter, `word` as the word that they look like, anything else is what is said.
 * Words in capitals with no entry are said letter by letter up to five letters, as words beyond that.
 */
export type Lexicon = Readonly<Record<string, string>>;

/** Words in public bodies' reports in England that a voice would say wrong. */
const defaultLexicon: Lexicon = {
  ACAS: 'ay cass',
  AIDS: 'aids',
  BAME: 'word',
  CAMHS: 'cams',
  CoP: 'C O P',
  COVID: 'covid',
  DipHE: 'dip H E',
  Dr: 'doctor',
  etc: 'et cetera',
  gov: 'gov',
  Ltd: 'limited',
  MEng: 'M Eng',
  Mr: 'mister',
  Mrs: 'missus',
  Ms: 'miz',
  NATO: 'nay toe',
  NICE: 'nice',
  Ofsted: 'off sted',
  PALS: 'pals',
  PhD: 'P H D',
  Prof: 'professor',
  SARS: 'sars',
  SEND: 'send',
  UNISON: 'unison',
  vs: 'versus',
  WiFi: 'why fye',
};

/** Short words that are sometimes printed in capitals and are no short forms. */
const ordinaryWords = new Set(
  'A ABOUT AFTER ALL AND ANY ARE AS AT BE BOTH BUT BY CAN DATE DO DOES DUE EACH EASY END FOR FROM GET GOOD HAS HAVE HE HELP HER HIM HIS HOW I IF IN INTO IS ITS KEY MAY MORE MOST MUST NAME NEED NEW NEXT NO NOT NOTE NOW OF OFF ON ONE ONLY OR OUR OUT OVER OWN PART PLAN READ RED ROLE SAY SHE SO STAFF TASK THAN THAT THE THEIR THEM THEN THEY THIS TO TWO UP US USE VERY WAS WE WERE WHAT WHEN WHO WHY WILL WITH WORK YES YOU YOUR'.split(
    ' ',
  ),
);

/** Letters one by one, as a voice says them. `A` alone would be said as the article. */
export function letters(word: string): string {
  return [...word.toUpperCase()].map((letter) => (letter === 'A' ? 'ay' : letter)).join(' ');
}

/** A word as it is said. */
export function sayWord(word: string, lexicon: Lexicon): string {
  const entry = entryOf(word, lexicon);
  if (entry !== undefined)
    return entry === 'letters' ? letters(word) : entry === 'word' ? lower(word) : entry;
  const plural = /^(\p{Lu}{2,})(?:s|['’]s)$/u.exec(word);
  if (plural !== null) {
    const one = plural[1] ?? '';
    const said = sayWord(one, lexicon);
    return said === letters(one) ? `${said}'s` : `${said}s`;
  }
  if (!/^\p{Lu}{2,}$/u.test(word)) return word;
  if (ordinaryWords.has(word)) return lower(word);
  return [...word].length <= 5 || !/[AEIOUY]/.test(word) ? letters(word) : lower(word);
}

function entryOf(word: string, lexicon: Lexicon): string | undefined {
  if (Object.hasOwn(lexicon, word)) return lexicon[word];
  return Object.hasOwn(defaultLexicon, word) ? defaultLexicon[word] : undefined;
}

function lower(word: string): string {
  return word.toLowerCase();
}
