const email = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const web = /(?:https?:\/\/|www\.)[^\s<>"”’)\]]+/gu;
const phone =
  /(?<![\p{L}\p{N}])(?:\+44 ?(?:\(0\) ?)?|0)\d(?:[ -]?\d){8,9}(?!\d)|(?<![\p{L}\p{N}])18001(?: ?\d){0,12}/gu;
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/gu;

export interface ContactFact {
  readonly value: string;
  readonly index: number;
  readonly length: number;
}

/** Addresses, telephone numbers and postcodes in the order of their kind, and the text with blanks in their places. */
export function takeContacts(text: string): {
  readonly contacts: readonly ContactFact[];
  readonly rest: string;
} {
  const contacts: ContactFact[] = [];
  let rest = text;
  for (const [pattern, tidy] of [
    [email, (found: string) => found.toLowerCase()],
    [web, addressKey],
    [phone, (found: string) => found.replace(/[^\d+]/g, '').replace(/^\+44(?:0)?/, '0')],
    [postcode, (found: string) => found],
  ] as const) {
    rest = rest.replace(pattern, (found, index: number) => {
      const whole = pattern === web ? found.replace(/[.,;:!?]+$/, '') : found;
      contacts.push({ value: tidy(whole), index, length: whole.length });
      return ' '.repeat(whole.length) + found.slice(whole.length);
    });
  }
  return { contacts, rest };
}

/** A web address without what makes no difference to where it leads. */
export function addressKey(url: string): string {
  return url.replace(/^(?:https?:\/\/)?(?:www\.)?/i, '').replace(/[/.,;:]+$/, '');
}
