/** Irregular verbs of the lexicon's right side: past and participle. */
const irregular: Readonly<Record<string, readonly [string, string]>> = {
  be: ['was', 'been'],
  bring: ['brought', 'brought'],
  build: ['built', 'built'],
  buy: ['bought', 'bought'],
  choose: ['chose', 'chosen'],
  deal: ['dealt', 'dealt'],
  die: ['died', 'died'],
  do: ['did', 'done'],
  find: ['found', 'found'],
  cut: ['cut', 'cut'],
  get: ['got', 'got'],
  give: ['gave', 'given'],
  go: ['went', 'gone'],
  grow: ['grew', 'grown'],
  have: ['had', 'had'],
  keep: ['kept', 'kept'],
  leave: ['left', 'left'],
  let: ['let', 'let'],
  make: ['made', 'made'],
  put: ['put', 'put'],
  send: ['sent', 'sent'],
  set: ['set', 'set'],
  show: ['showed', 'shown'],
  speed: ['sped', 'sped'],
  take: ['took', 'taken'],
  tell: ['told', 'told'],
  think: ['thought', 'thought'],
  undertake: ['undertook', 'undertaken'],
  begin: ['began', 'begun'],
};
const thirds: Readonly<Record<string, string>> = { be: 'is', do: 'does', go: 'goes', have: 'has' };
const doubled =
  /^(?:cut|stop|plan|ban|chat|sit|run|set|let|put|get|submit|permit|commit|embed|begin|occur|fit)$/;

/** The forms of a verb that can be told apart from the form alone: base, third person, -ing, and past where it is the participle too. */
export interface VerbForms {
  readonly base: string;
  readonly third: string;
  readonly ing: string;
  readonly past: string;
  readonly participle: string;
}

/** Forms of a verb with whatever follows it: `look at`, `make sure`. */
export function verbForms(phrase: string): VerbForms {
  const [verb = '', ...rest] = phrase.split(' ');
  const behind = rest.length > 0 ? ` ${rest.join(' ')}` : '';
  const [past, participle] = irregular[verb] ?? [regularPast(verb), regularPast(verb)];
  return {
    base: verb + behind,
    third: (thirds[verb] ?? withS(verb)) + behind,
    ing: ingOf(verb) + behind,
    past: past + behind,
    participle: participle + behind,
  };
}

/** The plural of a noun phrase: of its first noun, where "that", "with", "at" or "in" follows it. */
export function pluralOf(noun: string): string {
  const at = / (?:that|with|at|in) /.exec(noun)?.index ?? noun.length;
  const [head, tail] = [noun.slice(0, at), noun.slice(at + 1)];
  const plural = head === 'person' ? 'people' : withS(head);
  const agreed = tail.replace(/^that (gets|gives)\b/, (_, verb: string) => `that ${verb.slice(0, -1)}`);
  return agreed === '' ? plural : `${plural} ${agreed}`;
}

function withS(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

function regularPast(verb: string): string {
  if (/e$/.test(verb)) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return doubled.test(verb) ? `${verb}${verb.at(-1)}ed` : `${verb}ed`;
}

function ingOf(verb: string): string {
  if (/ie$/.test(verb)) return `${verb.slice(0, -2)}ying`;
  if (/[^eo]e$/.test(verb) && verb !== 'be') return `${verb.slice(0, -1)}ing`;
  return doubled.test(verb) ? `${verb}${verb.at(-1)}ing` : `${verb}ing`;
}
