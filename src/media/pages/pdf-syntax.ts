/** Dictionaries of a PDF file as it spells them. A value that is undefined is left out with its key. */
export function spellDict(entries: Readonly<Record<string, string | number | undefined>>): string {
  let out = '<<';
  for (const key of Object.keys(entries)) {
    const value = entries[key];
    if (value !== undefined) out += `/${key} ${value}`;
  }
  return `${out}>>`;
}

export function spellList(values: readonly (string | number)[]): string {
  return `[${values.join(' ')}]`;
}

/** A text string: plain where it is ASCII, else UTF-16. */
export function spellText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  let hex = 'FEFF';
  for (let index = 0; index < text.length; index++)
    hex += text.charCodeAt(index).toString(16).padStart(4, '0');
  return `<${hex}>`;
}

/** A length in points to a thousandth. */
export function spellNumber(value: number): string {
  return String(Math.round(value * 1e3) / 1e3);
}

/** Speaks of an object. */
export function spellRef(object: number): string {
  return `${object} 0 R`;
}
