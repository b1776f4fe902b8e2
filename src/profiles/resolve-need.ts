import type { AisCode } from './ais-codes.ts';
import type { Profile } from './profile.ts';

/** What to do for a person with a recorded need. Staff ask the questions; nothing is inferred from a condition. */
export interface NeedAnswer {
  /** The need as asked: a code with its term, or the words. */
  readonly need: string;
  readonly known: boolean;
  readonly profiles: readonly { readonly id: string; readonly title: string; readonly why: string }[];
  /** How the person is to be reached or given it. */
  readonly delivery: readonly string[];
  /** What people have to do, because no file can. */
  readonly staffTasks: readonly string[];
  /** What to ask the person. */
  readonly questions: readonly string[];
  readonly notes: readonly string[];
}

const deliveries: Readonly<Record<string, string>> = {
  'deliver:email': 'Send it by e-mail.',
  'deliver:post': 'Send it by post.',
  'deliver:sms-link': 'Send a text message with a link to it.',
  'deliver:telephone': 'Telephone the person, and read it to them if they wish.',
  'deliver:text-relay': 'Call through Relay UK (18001 before the number).',
  'deliver:via-carer': 'Send it to the carer whom the person has named.',
  'alert:audible': 'Announce it with a sound.',
  'alert:tactile': 'Announce it by touch or vibration.',
  'alert:visual': 'Announce it so that it can be seen.',
};

/** Answers a SNOMED CT code, or words such as "large print 20". */
export function resolveNeed(
  query: string,
  profiles: readonly Profile[],
  codes: readonly AisCode[],
): NeedAnswer {
  const asked = query.trim();
  return /^\d{6,18}$/.test(asked) ? byCode(asked, profiles, codes) : byWords(asked, profiles);
}

function byCode(asked: string, profiles: readonly Profile[], codes: readonly AisCode[]): NeedAnswer {
  const entry = codes.find((one) => one.code === asked || one.repairedGuess === asked);
  if (entry === undefined) {
    return empty(asked, false, [
      'This code is not in the list of needs that allformats knows (profiles/ais-codes.json).',
    ]);
  }
  const all = [entry.code, entry.repairedGuess];
  const matches = profiles
    .filter(
      (profile) => profile.id === entry.profile || profile.needs.some((need) => all.includes(need.code)),
    )
    .map((profile) => ({ id: profile.id, title: profile.title, why: entry.term }));
  // A preference for writing names no format: it is asked for like a need without one.
  const wanted = entry.profile === 'written-preferred' ? '' : (entry.profile ?? '');
  const delivery = deliveries[wanted];
  const options = entry.options ?? {};
  const staffTasks: string[] = [];
  if (typeof options.task === 'string') staffTasks.push(`A person has to do this: ${options.task}.`);
  if (typeof options.carrier === 'string')
    staffTasks.push(`Put it on this carrier: ${options.carrier.toUpperCase()}.`);
  if (entry.category === 'requires-communication-professional')
    staffTasks.push(`Book this support: ${entry.term}.`);
  if (entry.category === 'community-language-support') {
    staffTasks.push(
      `Arrange language support: ${entry.term}. (Translation is not part of the Accessible Information Standard.)`,
    );
  }
  const notes: string[] = [];
  if (!entry.checkDigitOk) {
    notes.push(
      `The published code ${entry.code} has a wrong check digit; ${entry.repairedGuess} is probably meant. Do not record ${entry.code}.`,
    );
  }
  const makesNothing = matches.length === 0 && delivery === undefined;
  if (makesNothing && staffTasks.length === 0 && wanted !== '') {
    notes.push('No profile here makes this format yet: get it from a supplier.');
  }
  if (makesNothing && wanted === '') {
    notes.push(
      'This need says how someone communicates or what support they want, not which format they read: ask them.',
    );
  }
  return {
    need: `${entry.code}: ${entry.term}`,
    known: true,
    profiles: matches,
    delivery: delivery ? [delivery] : [],
    staffTasks,
    questions:
      options.confirm === true || (makesNothing && wanted === '') ? ['Which format can you use best?'] : [],
    notes,
  };
}

function byWords(asked: string, profiles: readonly Profile[]): NeedAnswer {
  const words = wordsOf(asked);
  // A digit alone is no size, and no grade of braille.
  if (words.every((word) => /^\d$/.test(word)))
    return empty(asked, false, ['Say what the person needs, such as "large print 20" or "easy read".']);
  const scored = profiles.map((profile) => {
    const names = [profile.id, profile.title, ...profile.words].map(wordsOf);
    const best = Math.max(...names.map((name) => overlap(words, name)));
    return { profile, score: best };
  });
  const top = Math.max(0, ...scored.map((one) => one.score));
  const found = scored.filter((one) => one.score === top).map((one) => one.profile);
  const supplied = suppliers.find(({ words: names }) => names.some((name) => words.includes(name)));
  if (supplied && top < 1) {
    const notes = [
      `allformats does not make ${supplied.format} yet: get ${supplied.from ?? 'it from a supplier.'}`,
    ];
    const packs = found.filter(({ transforms }) => transforms.some((name) => name.endsWith('-pack')));
    return { ...empty(asked, true, notes), profiles: top < 0.5 ? [] : packs.map(told) };
  }
  if (top < 0.5)
    return empty(asked, false, ['No profile has these words. "npx allformats list" shows all profiles.']);
  const sizes = found.filter((profile) => typeof profile.options.size === 'number');
  return {
    need: asked,
    known: true,
    profiles: found.map(told),
    delivery: [],
    staffTasks: [],
    questions: sizes.length > 1 ? [sizeQuestion(sizes)] : [],
    notes: [],
  };
}

function told({ id, title, description }: Profile): NeedAnswer['profiles'][number] {
  return { id, title, why: description };
}

function sizeQuestion(profiles: readonly Profile[]): string {
  const sizes = [...new Set(profiles.map((profile) => Number(profile.options.size)))].sort((a, b) => a - b);
  const usual = sizes.includes(20) ? ' (20 point unless the person says otherwise.)' : '';
  return `Which size do you need: ${sizes.slice(0, -1).join(', ')} or ${sizes.at(-1)} point?${usual}`;
}

/** How much of both lists of words is shared, 0 to 1: the mean of the two shares. */
function overlap(asked: readonly string[], name: readonly string[]): number {
  const shared = asked.filter((word) => name.includes(word)).length;
  if (shared < asked.length && asked.some((word) => /\d/.test(word) && !name.includes(word))) return 0;
  return (shared / asked.length + shared / name.length) / 2;
}

/** Formats that people ask for and that no profile makes. */
const suppliers: readonly {
  readonly format: string;
  readonly words: readonly string[];
  readonly from?: string;
}[] = [
  { format: 'Moon', words: ['moon'] },
  { format: 'British Sign Language', words: ['bsl', 'sign', 'signed', 'video'] },
  { format: 'Makaton or symbols', words: ['makaton', 'symbols'] },
  {
    format: 'translations',
    from: 'them from translators. "npx allformats translate export" gives them the texts, and every format is made of what comes back.',
    words: [
      'translation',
      'translated',
      'welsh',
      'polish',
      'urdu',
      'arabic',
      'bengali',
      'punjabi',
      'language',
    ],
  },
];

const fillers = new Set([
  'a',
  'an',
  'the',
  'in',
  'of',
  'at',
  'point',
  'pt',
  'format',
  'version',
  'please',
  'need',
  'needs',
  'requires',
  'font',
]);

function wordsOf(text: string): string[] {
  const words = text
    .toLowerCase()
    .replace(/(\d)\s*(pt|point)\b/g, '$1')
    .match(/[\p{L}\p{N}]+/gu);
  return [...new Set(words ?? [])].filter((word) => !fillers.has(word));
}

function empty(need: string, known: boolean, notes: readonly string[]): NeedAnswer {
  return { need, known, profiles: [], delivery: [], staffTasks: [], questions: [], notes };
}
