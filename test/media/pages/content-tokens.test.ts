import { expect, test } from 'vitest';
import { operationsOf } from '../../../src/media/pages/reading/content-tokens.ts';

const read = (text: string) => [...operationsOf(Buffer.from(text, 'latin1'))];
const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

test('operators come with their operands', () => {
  expect(read('/F1 20 Tf -1.5 .25 Td % a remark (not text\n[(a) -120 <0041 4>] TJ')).toEqual([
    { operator: 'Tf', operands: [{ name: 'F1' }, 20] },
    { operator: 'Td', operands: [-1.5, 0.25] },
    { operator: 'TJ', operands: [[bytes('a'), -120, Uint8Array.of(0, 0x41, 0x40)]] },
  ]);
});

test('strings hold brackets, escapes and octal numbers', () => {
  expect(read('(a(b)c\\)\\n\\101\\\nd) Tj')).toEqual([{ operator: 'Tj', operands: [bytes('a(b)c)\nAd')] }]);
});

test('names have escapes, dictionaries hold everything', () => {
  const [operation] = read('/P#20Q <</MCID 3 /Sub <</A [1 2]>> /Text (x)>> BDC');
  expect(operation?.operands[0]).toEqual({ name: 'P Q' });
  const [, properties] = operation?.operands ?? [];
  expect(properties).toMatchObject({ dict: expect.any(Map) });
  const { dict } = properties as { dict: Map<string, unknown> };
  expect(dict.get('MCID')).toBe(3);
  expect(dict.get('Text')).toEqual(bytes('x'));
  expect((dict.get('Sub') as { dict: Map<string, unknown> }).dict.get('A')).toEqual([1, 2]);
});

test('the bytes of an inline picture are no operators', () => {
  expect(read('BI /W 1 ID (]>> Tj EI q').map(({ operator }) => operator)).toEqual(['BI', 'ID', 'EI', 'q']);
});

test('broken content ends without an error', () => {
  for (const text of ['(open', '<41', '[1 2', '<</A', '>> ] } )', '/'])
    expect(() => read(text)).not.toThrow();
});
