/** The text with a stand-in for each web and e-mail address: an address counts as one word, and its digits as none. */
export function withoutAddresses(text: string): string {
  return text
    .split(' ')
    .map((word) =>
      /^\(?https?:/.test(word) || word.includes('@') ? `address${/[.!?]$/.exec(word)?.[0] ?? ''}` : word,
    )
    .join(' ');
}
