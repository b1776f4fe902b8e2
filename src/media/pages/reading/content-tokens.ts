/** A name of a content stream, such as `/F1`. */
export interface NameToken {
  readonly name: string;
}

export interface DictToken {
  readonly dict: ReadonlyMap<string, Operand>;
}

/** What stands before an operator: a string is bytes. */
export type Operand = number | Uint8Array | NameToken | DictToken | readonly Operand[];

export interface Operation {
  readonly operator: string;
  readonly operands: readonly Operand[];
}

const isSpace = new Uint8Array(256);
const isDelimiter = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) isSpace[byte] = 1;
for (const character of '()<>[]{}/%') isDelimiter[character.charCodeAt(0)] = 1;
const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** The operations of a content stream, one after the other (ISO 32000-1, 7.2 and 7.8.2). Inline images are stepped over. */
export function* operationsOf(bytes: Uint8Array): Iterable<Operation> {
  const reader = new Reader(bytes);
  let operands: Operand[] = [];
  for (let token = reader.next(); token !== undefined; token = reader.next()) {
    if (typeof token !== 'string') {
      operands.push(token);
      continue;
    }
    if (token === 'ID') reader.skipImage();
    yield { operator: token, operands };
    operands = [];
  }
}

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** An operand, an operator as a string, or undefined at the end. */
  next(): Operand | string | undefined {
    this.#skipSpace();
    const byte = this.#bytes[this.#at];
    if (byte === undefined) return undefined;
    switch (byte) {
      case 0x28:
        return this.#literal();
      case 0x2f:
        return { name: this.#name() };
      case 0x5b:
        this.#at++;
        return this.#list(0x5d);
      case 0x3c:
        if (this.#bytes[this.#at + 1] !== 0x3c) return this.#hex();
        this.#at += 2;
        return this.#dict();
      case 0x5d:
      case 0x3e:
      case 0x29:
      case 0x7b:
      case 0x7d:
        this.#at++;
        return this.next();
      default:
        return this.#word();
    }
  }

  skipImage(): void {
    while (this.#at < this.#bytes.length) {
      const isEnd = this.#bytes[this.#at] === 0x45 && this.#bytes[this.#at + 1] === 0x49;
      const isFree = isSpace[this.#bytes[this.#at - 1] ?? 32] && isSpace[this.#bytes[this.#at + 2] ?? 32];
      if (isEnd && isFree) return;
      this.#at++;
    }
  }

  #skipSpace(): void {
    for (;;) {
      const byte = this.#bytes[this.#at];
      if (byte === 0x25) {
        while (this.#at < this.#bytes.length && this.#bytes[this.#at] !== 10 && this.#bytes[this.#at] !== 13)
          this.#at++;
      } else if (byte !== undefined && isSpace[byte]) this.#at++;
      else return;
    }
  }

  #text(): string {
    const start = this.#at;
    while (this.#at < this.#bytes.length) {
      const byte = this.#bytes[this.#at] ?? 0;
      if (isSpace[byte] || isDelimiter[byte]) break;
      this.#at++;
    }
    let out = '';
    for (let index = start; index < this.#at; index++) out += String.fromCharCode(this.#bytes[index] ?? 0);
    return out;
  }

  #word(): Operand | string {
    const word = this.#text();
    const value = Number(word);
    return word !== '' && Number.isFinite(value) ? value : word;
  }

  #name(): string {
    this.#at++;
    return this.#text().replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }

  #list(end: number): Operand[] {
    const out: Operand[] = [];
    for (;;) {
      this.#skipSpace();
      const byte = this.#bytes[this.#at];
      if (byte === undefined) return out;
      if (byte === end) {
        this.#at++;
        return out;
      }
      const token = this.next();
      if (token === undefined) return out;
      if (typeof token !== 'string') out.push(token);
    }
  }

  #dict(): DictToken {
    const items = this.#list(0x3e);
    if (this.#bytes[this.#at] === 0x3e) this.#at++;
    const dict = new Map<string, Operand>();
    for (let index = 0; index + 1 < items.length; index += 2) {
      const key = items[index];
      const value = items[index + 1];
      if (isName(key) && value !== undefined) dict.set(key.name, value);
    }
    return { dict };
  }

  #hex(): Uint8Array {
    this.#at++;
    let digits = '';
    while (this.#at < this.#bytes.length && this.#bytes[this.#at] !== 0x3e) {
      const character = String.fromCharCode(this.#bytes[this.#at++] ?? 0);
      if (/[0-9a-fA-F]/.test(character)) digits += character;
    }
    this.#at++;
    if (digits.length % 2 === 1) digits += '0';
    return Uint8Array.from(Buffer.from(digits, 'hex'));
  }

  #literal(): Uint8Array {
    const out: number[] = [];
    let depth = 0;
    for (this.#at++; this.#at < this.#bytes.length; this.#at++) {
      let byte = this.#bytes[this.#at] ?? 0;
      if (byte === 0x29 && depth-- === 0) break;
      if (byte === 0x28) depth++;
      if (byte === 0x5c) {
        const next = String.fromCharCode(this.#bytes[++this.#at] ?? 0);
        if (/[0-7]/.test(next)) {
          let octal = next;
          while (octal.length < 3 && /[0-7]/.test(String.fromCharCode(this.#bytes[this.#at + 1] ?? 0))) {
            octal += String.fromCharCode(this.#bytes[++this.#at] ?? 0);
          }
          byte = Number.parseInt(octal, 8) & 0xff;
        } else if (next === '\n' || next === '\r') {
          if (next === '\r' && this.#bytes[this.#at + 1] === 10) this.#at++;
          continue;
        } else byte = escapes[next] ?? next.charCodeAt(0);
      }
      out.push(byte);
    }
    this.#at++;
    return Uint8Array.from(out);
  }
}

export function isName(operand: Operand | undefined): operand is NameToken {
  return typeof operand === 'object' && 'name' in operand;
}

export function isDict(operand: Operand | undefined): operand is DictToken {
  return typeof operand === 'object' && 'dict' in operand;
}
