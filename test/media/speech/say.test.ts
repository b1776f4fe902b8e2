import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardinal, ordinal, year } from '../../../src/media/speech/number-words.ts';
import { say } from '../../../src/media/speech/say.ts';

describe('numbers in words', () => {
  it.each([
    ['0', 'zero'],
    ['7', 'seven'],
    ['21', 'twenty-one'],
    ['100', 'one hundred'],
    ['105', 'one hundred and five'],
    ['1005', 'one thousand and five'],
    ['2689', 'two thousand six hundred and eighty-nine'],
    ['1450000', 'one million four hundred and fifty thousand'],
    ['1000000', 'one million'],
    ['12000000005', 'twelve billion and five'],
  ])('%s is %s', (digits, said) => {
    expect(cardinal(digits)).toBe(said);
  });

  it.each([
    ['1', 'first'],
    ['12', 'twelfth'],
    ['20', 'twentieth'],
    ['31', 'thirty-first'],
    ['100', 'one hundredth'],
  ])('%s in order is %s', (digits, said) => {
    expect(ordinal(digits)).toBe(said);
  });

  it.each([
    ['1998', 'nineteen ninety-eight'],
    ['1900', 'nineteen hundred'],
    ['1906', 'nineteen oh six'],
    ['2000', 'two thousand'],
    ['2005', 'two thousand and five'],
    ['2010', 'twenty ten'],
    ['2021', 'twenty twenty-one'],
  ])('the year %s is %s', (digits, said) => {
    expect(year(digits)).toBe(said);
  });
});

describe('what is said for what is written', () => {
  it.each([
    ['6.8% of staff', 'six point eight per cent of staff'],
    ['It cost £3.2m.', 'It cost three point two million pounds.'],
    ['£1,450,000', 'one million four hundred and fifty thousand pounds'],
    ['£1.50 or 50p', 'one pound fifty or fifty pence'],
    ['by 30/03/2022', 'by the thirtieth of March twenty twenty-two'],
    ['on 5 November 2021', 'on the fifth of November twenty twenty-one'],
    ['2021-11-05', 'the fifth of November twenty twenty-one'],
    ['in March 2022', 'in March twenty twenty-two'],
    ['2021/22', 'twenty twenty-one to twenty twenty-two'],
    ['2019-2021', 'twenty nineteen to twenty twenty-one'],
    ['from 2016 to 2020', 'from twenty sixteen to twenty twenty'],
    ['Call 01234 567890.', 'Call oh one two three four, five six seven eight nine oh.'],
    ['18001 01234 567890', 'one eight oh oh one, oh one two three four, five six seven eight nine oh'],
    ['+44 (0)20 7946 0018', 'plus four four, two oh, seven nine four six, oh oh one eight'],
    ['a.team@nhs.net', 'a dot team at N H S dot net'],
    [
      'See https://www.example.nhs.uk/our-plan.',
      'See W W W dot example dot N H S dot U K slash our dash plan.',
    ],
    ['Anytown AN1 1AA', 'Anytown ay N one, one ay ay'],
    ['The NHS has 106 CCGs.', "The N H S has one hundred and six C C G's."],
    ['COVID-19', 'covid nineteen'],
    ['DO NOT wait', 'do not wait'],
    ['9am to 5.30pm', 'nine ay M to five thirty P M'],
    ['at 14:30', 'at fourteen thirty'],
    ['aged 5-10', 'aged five to ten'],
    ['a ratio of 1.39', 'a ratio of one point three nine'],
    ['section 2.1.3', 'section two point one point three'],
    ['p.7', 'page seven'],
    ['pp. 3-4', 'pages three to four'],
    ['the 21st century', 'the twenty-first century'],
    ['the 1990s', 'the nineteen nineties'],
    ['Q4', 'Q four'],
    ['1,959 people in 1959', 'one thousand nine hundred and fifty-nine people in nineteen fifty-nine'],
    ['✓ done', 'tick done'],
    ['staff – and patients', 'staff, and patients'],
    ['N12 7BT', 'N twelve, seven B T'],
    ['−3 points', 'minus three points'],
    ['Health & Care', 'Health and Care'],
    ['0.5%', 'zero point five per cent'],
    ['8 in 10', 'eight in ten'],
    ['8.', 'eight.'],
    ['(2.4)', '(two point four)'],
  ])('%s', (written, said) => {
    expect(say(written, 'en-GB')).toBe(said);
  });

  it('leaves other languages to their voice', () => {
    expect(say('Cysylltwch â 01234 567890', 'cy')).toBe('Cysylltwch â 01234 567890');
  });

  it('follows the lexicon of a team', () => {
    expect(say('WRES and ICB', 'en-GB', { WRES: 'rez' })).toBe('rez and I C B');
  });

  it('leaves no digit, and takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(say(text, 'en')).not.toMatch(/[0-9%£&@]/);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-zA-Z .,:/%£@()-]{0,60}$/), (text) => {
        expect(say(text, 'en')).not.toMatch(/[0-9%£&@]/);
      }),
    );
  });

  it('is linear', () => {
    const text = '9.'.repeat(50_000);
    expect(say(text, 'en').length).toBeGreaterThan(1000);
  });
});
