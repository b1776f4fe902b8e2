import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../../src/document/tokens.ts';
import { cells, fromAscii, toAscii } from '../../../src/media/braille/cells.ts';
import { type Grade, readUeb, readUebWords } from '../../../src/media/braille/read-ueb.ts';
import { readingMarks } from '../../../src/media/braille/reading-marks.ts';
import { canSpell, spellUeb } from '../../../src/media/braille/spell-ueb.ts';

const read = (ascii: string, grade: Grade = 2) => readUeb(cells(ascii), grade);

/** Section of The Rules of Unified English Braille, braille, print. */
const contracted: readonly (readonly [section: string, ascii: string, print: string])[] = [
  ['10.1 wordsigns', 'b c d e f g h', 'but can do every from go have'],
  ['10.1 wordsigns beside marks', "\"<c\"> n1 ,x's y'll c't", '(can) not, It’s you’ll can’t'],
  ['2.6 not alone', 'p4#g "<s4#ad,t">', 'p.7 (s.14T)'],
  ['5.2 only a letter', ';b ;,c a i o', 'b C a i o'],
  ['10.2 strong wordsigns', '* % ? : \\ /', 'child shall this which out still'],
  ['10.3 strong contractions', '& = ( ! ) l& ba!', 'and for of the with land bathe'],
  ['10.4 strong groupsigns', '/>t *ur* ?ink g\\t', 'start church think gout'],
  ['10.5 lower wordsigns', '2 5 7 8 9 0 ,0', 'be enough were his in was Was'],
  [
    '10.6 lower groupsigns',
    '2come 3t5t 4ease r1d ru2i% e6ect e7s',
    'become content disease read rubbish effect eggs',
  ],
  ['10.7 first letters', '"d "w ^w _w "!', 'day work word world there'],
  ['10.9 shortforms', 'fr gd rcvg nec imm ,yr', 'friend good receiving necessary immediate Your'],
  [
    '10.9 longer words',
    'frly grt] unnec immly newslr',
    'friendly greater unnecessary immediately newsletter',
  ],
  ['10.9 no shortform', 'bell ,m.d ,manfr$', 'bell Mound Manfred'],
  ['8 capitals', ",a ,,nhs ,,ccg's", 'A NHS CCG’s'],
  ['8.5 capital passages', ",,,call ! nhs,' n[", 'CALL THE NHS now'],
  ['6.5 letters after numbers', ',n#ab #g,,bt #dth #c;d', 'N12 7BT 4th 3d'],
  ['3 signs', '@l#e #e.0 #aj,-#bj ,q@&,a a_/b', '£5 5% 10–20 Q&A a/b'],
  ['4.2 accents', 'caf^/e ,g^%wyl na^3ive', 'café Gŵyl naïve'],
  ['10.9 capitals inside', ",,cd,'s ,,cd ,cd", 'CDs COULD Could'],
  ['10.5 in brackets', '.<0.>2 "<7">', '[was]; (were)'],
  ['7 quotation', '8,no10 ,8,go4,0 8', '“No,” ‘Go.’ his'],
];

test.each(contracted)('%s', (_, ascii, print) => {
  expect(read(ascii)).toBe(print);
});

test('last letters of words', () => {
  expect(read('sta;n mo;t f.d ac;g hu;y')).toBe('station moment found acong huity');
});

test('numbers with signs in them; what cannot follow a number is told as unknown', () => {
  expect(read('#ab1cde4f #a/b #j"ac')).toBe('12,345.6 ½ 0 13');
  expect(read('#d?')).toBe(`4${readingMarks.unknown}`);
});

describe('uncontracted braille', () => {
  test('every letter for itself', () => {
    expect(read(',the b can 5', 1)).toBe(`The b can ${readingMarks.unknown}`);
  });

  test('signs of typeform and of the transcriber become marks', () => {
    const { underlineOn, underlineOff, boldOn, boldOff, noteOpen, noteClose, raised } = readingMarks;
    expect(read("_1a _7b c d_' ^1e @.<f@.> g;9#ab", 1)).toBe(
      `${underlineOn}a${underlineOff} ${underlineOn}b c d${underlineOff} ${boldOn}e${boldOff} ${noteOpen}f${noteClose} g${raised}12`,
    );
  });

  test('a word that is spelt reads as itself, in both codes', () => {
    const signs = fc.constantFrom(..."abcjkzABZ0159.,-/@£%éŵŶ()?:;'&_=");
    fc.assert(
      fc.property(fc.array(signs, { minLength: 1, maxLength: 12 }), (list) => {
        const word = list.join('');
        const spelt = spellUeb(word);
        expect(spelt).toBeDefined();
        const plain = wordsOf(word).join(' ');
        fc.pre(!/[.,:;?'_=()&/@%£-]{2}|^[?']|\d[?;:]/.test(word));
        expect(wordsOf(readUebWords([spelt!], 1)[0]!).join(' ')).toBe(plain);
        expect(wordsOf(readUebWords([cells(';;') + spelt!], 2)[0]!).join(' ')).toBe(plain);
      }),
    );
  });

  test('what has no cells cannot be spelt', () => {
    expect(['a', 'É', 'ŵ', '7', '£', '✓'].every(canSpell)).toBe(true);
    expect(['😀', 'ع', '中'].some(canSpell)).toBe(false);
    expect(spellUeb('a😀')).toBeUndefined();
  });
});

test('never throws, and is linear: any cells', () => {
  const any = fc.string({
    unit: fc.constantFrom(...cells(' abcxyz#,;\'"^_.@-=()!&*<%?:$]\\[/+>0123456789')),
    maxLength: 300,
  });
  fc.assert(
    fc.property(any, fc.constantFrom<Grade>(1, 2), (text, grade) => {
      expect(typeof readUeb(text, grade)).toBe('string');
    }),
  );
});

test('braille ASCII and Unicode cells are the same 64 cells', () => {
  const all = Array.from({ length: 64 }, (_, index) => String.fromCharCode(0x2800 + index)).join('');
  const ascii = toAscii(all)!;
  expect(new Set(ascii).size).toBe(64);
  expect(fromAscii(ascii.toUpperCase())).toBe(all);
  // Louis Braille's letters: a is dot 1, l is dots 1 2 3, = is all six.
  expect(fromAscii('al=')).toBe('⠁⠇⠿');
  expect([toAscii('⣿'), toAscii('a'), fromAscii('é')]).toEqual([undefined, undefined, undefined]);
});
