import LineBreaker from 'linebreak';

/** Scripts that write words without spaces between them: Chinese, Japanese; Korean may break within a word too. */
const withoutSpaces =
  /[\u2e80-\u312f\u3190-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u;
/** A number and what it counts, and a date, are one piece of information. */
const counted = /\d+ ?年(?: ?\d+ ?月(?: ?\d+ ?[日号號])?)?|\d[\d.,]* ?[\u3040-\u30ff\u4e00-\u9fff]/gu;

export function hasBreaksWithoutSpaces(text: string): boolean {
  return withoutSpaces.test(text);
}

/**
 * Where a line may end in a text of such a script (UAX #14): not before a stop or a closing bracket, a small kana or a
 * repetition mark, nor after an opening bracket. Spaces in the text are those that must not be broken. The last place is the
 * text's own end.
 */
export function breaksWithoutSpaces(text: string): readonly number[] {
  const kept = new Set<number>();
  for (const { index, 0: whole } of text.matchAll(counted))
    for (let at = index + 1; at < index + whole.length; at++) kept.add(at);
  const breaker = new LineBreaker(text);
  const places: number[] = [];
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const { position } = next;
    if (position < text.length && text[position - 1] !== ' ' && !kept.has(position)) places.push(position);
  }
  places.push(text.length);
  return places;
}
