import { LineCounter, parseDocument } from 'yaml';

export interface Slip {
  /** Index of the line among the details. */
  readonly line: number;
  readonly message: string;
  readonly fix: string;
}

export interface MendedDetails {
  /** As many lines as were given. It can be read, whatever was given. */
  readonly text: string;
  readonly slips: readonly Slip[];
  /** Whether lines had to be left out. */
  readonly lost: boolean;
}

/** Each line that is left out takes a reading of all details. */
const maxLost = 20;

const detail = /^( *(?:- +)?)([A-Za-z][\w-]*):[ \t]+(\S.*)$/;

/** Details that are no YAML because of the slips that people make, mended so that the others can be read. `names`: the details there are. */
export function mendDetails(text: string, names: readonly string[]): MendedDetails {
  if (firstError(text) === undefined) return { text, slips: [], lost: false };
  const slips: Slip[] = [];
  const lines = withoutTabs(text.split('\n'), slips);
  mendNames(lines, names, slips);
  quoteValues(lines, slips);
  let lost = 0;
  for (let error = firstError(lines.join('\n')); error; error = firstError(lines.join('\n'))) {
    if (lost++ === maxLost) {
      slips.push({
        line: error.line,
        message: 'From here on, the details at the top cannot be read.',
        fix: 'Write each detail on a line of its own as "name: value": docs/writing.md, part 1.',
      });
      lines.fill('', error.line);
      if (firstError(lines.join('\n'))) lines.fill('');
      break;
    }
    // Quotes and brackets that never end show their lack only at the end.
    let line = error.line;
    while (line > 0 && lines[line]!.trim() === '') line--;
    const shown = lines[line]!.trim().slice(0, 60);
    const name = /^([\w-]+):/.exec(shown)?.[1];
    slips.push(
      error.twice && name
        ? {
            line,
            message: `The detail "${name}" stands twice. This one is left out: "${shown}".`,
            fix: 'Delete one of the two.',
          }
        : {
            line,
            message: `This line of the details at the top cannot be read, and is left out: "${shown}".`,
            fix: 'Write each detail on a line of its own as "name: value", with quotes around the value.',
          },
    );
    lines[line] = '';
  }
  return { text: lines.join('\n'), slips, lost: lost > 0 };
}

function firstError(text: string): { readonly line: number; readonly twice: boolean } | undefined {
  const lineCounter = new LineCounter();
  const [error] = parseDocument(text, { schema: 'failsafe', lineCounter, uniqueKeys: true }).errors;
  if (error === undefined) return undefined;
  const lines = text.split('\n').length;
  return {
    line: Math.max(0, Math.min(lineCounter.linePos(error.pos[0]).line, lines) - 1),
    twice: error.code === 'DUPLICATE_KEY',
  };
}

function withoutTabs(lines: readonly string[], slips: Slip[]): string[] {
  const first = lines.findIndex((line) => /^ *\t/.test(line));
  if (first !== -1) {
    slips.push({
      line: first,
      message: 'A line of the details at the top starts with a tab.',
      fix: 'Use spaces, not tabs: two spaces in front of each line that belongs to the line above.',
    });
  }
  return lines.map((line) => line.replace(/^[ \t]+/, (space) => space.replaceAll('\t', '  ')));
}

/** A detail without its colon or the space behind it, or further in than the detail above. */
function mendNames(lines: string[], names: readonly string[], slips: Slip[]): void {
  const known = new Set(names);
  let above: number | undefined;
  lines.forEach((line, index) => {
    const [, before = '', name = '', mark = '', value = ''] =
      /^( *(?:- +)?)([A-Za-z][\w-]*)(:?[ \t]*)(.*)$/.exec(line) ?? [];
    if (known.has(name) && value !== '' && (mark === ':' || (mark.startsWith(' ') && !line.includes(':')))) {
      lines[index] = `${before}${name}: ${value}`;
      slips.push({
        line: index,
        message:
          mark === ':' ? `There is no space behind "${name}:".` : `There is no colon behind "${name}".`,
        fix: `Write "${name}: ${value.slice(0, 60)}".`,
      });
    } else if (known.has(name) && above !== undefined && mark.startsWith(':') && before.length > above) {
      if (before.trim() === '') {
        lines[index] = ' '.repeat(above) + line.trimStart();
        slips.push({
          line: index,
          message: `"${name}" stands further in than the line above.`,
          fix: 'Take out the spaces at the start of the line.',
        });
      }
    }
    const [, start = '', found] = detail.exec(lines[index]!.trimEnd()) ?? [];
    above = found === undefined || /:[ \t]+[|>][-+0-9]*$/.test(line.trimEnd()) ? undefined : start.length;
  });
}

/** Puts quotes around values that cannot be read without. Lines of a text that spans several lines are left alone. */
function quoteValues(lines: string[], slips: Slip[]): void {
  let textIndent: number | undefined;
  lines.forEach((line, index) => {
    const indent = line.length - line.trimStart().length;
    if (line.trim() === '' || (textIndent !== undefined && indent > textIndent)) return;
    textIndent = undefined;
    const [, before = '', name, value = ''] = detail.exec(line.trimEnd()) ?? [];
    if (name === undefined) return;
    if (/^[|>][-+0-9]*$/.test(value)) {
      textIndent = indent;
      return;
    }
    const slip = slipOf(value, lines[index + 1] ?? '', indent);
    if (slip === undefined) {
      if (/^\[[^\]]*$/.test(value) && !/^[ \t]*(?:[^:]*\]|["'])/.test(lines[index + 1] ?? '')) {
        lines[index] = `${line}]`;
        slips.push({
          line: index,
          message: `The ${name} starts with [, but does not end with ].`,
          fix: 'Write ] at the end of the line.',
        });
      }
      return;
    }
    lines[index] = `${before}${name}: '${slip.value.replaceAll("'", "''")}'`;
    slips.push({
      line: index,
      message: `The ${name} ${slip.what}.`,
      fix: `Put the whole ${name} in quotes: ${name}: ${inQuotes(slip.value)}.`,
    });
  });
}

function inQuotes(value: string): string {
  const quote = value.includes('"') ? "'" : '"';
  return `${quote}${value.length > 60 ? `${value.slice(0, 60)}…` : value}${quote}`;
}

function slipOf(
  value: string,
  next: string,
  indent: number,
): { readonly what: string; readonly value: string } | undefined {
  const quote = /^["']/.exec(value)?.[0];
  if (quote !== undefined) {
    const whole = quote === '"' ? /^"(?:[^"\\]|\\.)*"(?:[ \t]+#.*)?$/ : /^'(?:[^']|'')*'(?:[ \t]+#.*)?$/;
    if (whole.test(value)) return undefined;
    const inner = value.slice(1);
    const closed = inner.includes(quote);
    // A value in quotes may go on in lines that stand further in.
    if (!closed && next.length - next.trimStart().length > indent) return undefined;
    if (!closed) return { what: 'starts with a quotation mark, but does not end with one', value: inner };
    // "A" and "B" keep their quotes; in "The "best" plan" the outer ones are not part of the words.
    const outer = value.endsWith(quote) && !new RegExp(`^${quote}[^${quote}]*${quote}[ \\t]`).test(value);
    return {
      what: 'has quotes inside its quotes, or words behind them',
      value: outer ? inner.slice(0, -1) : value,
    };
  }
  const bare = value.replace(/^[“”„](.*)[“”]$/u, '$1');
  if (/:(?:[ \t]|$)/.test(value) && !/^[[{]/.test(value)) return { what: 'has a colon', value: bare };
  if (/^[@`%*&!]/.test(value)) return { what: `starts with ${value[0]}`, value: bare };
  return undefined;
}
