import { differs, type ProofTale, type TalePart, type TaleRow, type TaleSide } from '../kernel/proof-tale.ts';
import { escapeXml as text } from './escape-xml.ts';
import { outputPlaceText } from './output-place.ts';
import { ownPage } from './own-page.ts';
import { things } from './summary.ts';

/**
 * Source and output side by side in one table, so that they scroll together. Every difference is marked by a word and a line
 * through or under it, not by colour alone, and each leads to the next one by a link: no script is needed.
 */
export function proofPage(tale: ProofTale, version: string): string {
  const different = tale.rows.flatMap((row, index) => (differs(row) ? [index] : []));
  const next = new Map(different.map((row, index) => [row, different[index + 1]]));
  return ownPage(
    `Proof of ${tale.title}`,
    [
      ...summary(tale, different),
      '<h2>Side by side</h2>',
      '<table class="proof">',
      '<caption>Every passage of the source, and what the output makes of it</caption>',
      '<thead><tr><th scope="col">Line</th><th scope="col">Source</th><th scope="col">Output</th></tr></thead>',
      '<tbody>',
      ...tale.rows.map((row, index) => tableRow(row, index, next)),
      '</tbody>',
      '</table>',
      ...declared(tale),
    ],
    version,
  );
}

function summary(
  { source, output, counts, findings, changes }: ProofTale,
  different: readonly number[],
): string[] {
  const figures = counts.map(({ what, total, found }) => `${found} of ${total} ${what}`).join(', ');
  const bad = findings.some(({ severity }) => severity === 'error') || different.length > 0;
  const lines = [
    `<p><code>${text(source)}</code> was compared with <code>${text(output)}</code>, read back from its bytes.</p>`,
    `<p class="verdict${bad ? ' bad' : ''}">${bad ? 'The output does not say what the source says.' : 'The output says what the source says.'} ${text(figures)}; ${things(changes.length, 'declared change')}.</p>`,
  ];
  if (findings.length > 0) {
    lines.push('<h2>What is wrong</h2>', '<ul>');
    for (const { message, at, outputAt } of findings) {
      const place = outputAt
        ? ` <span class="where">In the output: ${text(outputPlaceText(outputAt))}</span>`
        : '';
      lines.push(`<li>${at ? `Line ${at.line}: ` : ''}${text(message)}${place}</li>`);
    }
    lines.push('</ul>');
  }
  if (different.length > 0) {
    lines.push(
      `<p><a href="#row${different[0]}">Go to the first of ${things(different.length, 'difference')}</a></p>`,
    );
  }
  return lines;
}

function tableRow(row: TaleRow, index: number, next: ReadonlyMap<number, number | undefined>): string {
  const { source, output, line, wrong } = row;
  const bad = next.has(index);
  const after = next.get(index);
  const notes: string[] = [];
  if (wrong !== undefined) notes.push(`<p class="said">Different: ${text(wrong)}</p>`);
  if (after !== undefined) notes.push(`<p><a href="#row${after}">Next difference</a></p>`);
  const lineText = line === undefined ? '' : String(line);
  return [
    `<tr${bad ? ` id="row${index}" class="different" tabindex="-1"` : ''}>`,
    line === undefined ? '<td></td>' : `<th scope="row">${lineText}</th>`,
    `<td>${side(source, 'Not in the source')}</td>`,
    `<td>${side(output, source === undefined ? 'Nothing' : 'Not here in the output')}${notes.join('')}</td>`,
    '</tr>',
  ].join('');
}

function side(one: TaleSide | undefined, missing: string): string {
  if (one === undefined) return `<p class="quiet">${missing}</p>`;
  return `<p><span class="where">${text(one.role)}</span>${one.parts.map(part).join('')}</p>`;
}

function part({ text: words, state }: TalePart): string {
  switch (state) {
    case 'same':
      return text(words);
    case 'lost':
      return ` <span class="said">Lost:</span> <del>${text(words.trim())}</del> `;
    case 'added':
      return ` <span class="said">Added:</span> <ins>${text(words.trim())}</ins> `;
    case 'declared':
      return `<span class="declared">[declared: ${text(words.trim())}]</span> `;
    default:
      return state satisfies never;
  }
}

function declared({ changes }: ProofTale): string[] {
  if (changes.length === 0) return [];
  const reasons = new Map<string, string[]>();
  for (const change of changes)
    reasons.set(change.reason, [...(reasons.get(change.reason) ?? []), change.text]);
  return [
    '<h2>Declared changes</h2>',
    ...[...reasons].flatMap(([reason, all]) => [
      `<h3>${text(reason)}</h3>`,
      '<ul>',
      ...all.map((one) => `<li>${text(one)}</li>`),
      '</ul>',
    ]),
  ];
}
