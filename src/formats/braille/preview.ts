import { fill } from '../../document/furniture/furniture.ts';
import type { Output } from '../../kernel/output.ts';
import { type BookDetails, escapeXml } from './files.ts';
import type { Line } from './line.ts';
import type { Words } from './words.ts';

/** A cell is 12 units wide, a line 40 high with its print. */
const cell = 12;
const height = 40;
const dotAt = [
  [3, 5],
  [3, 11],
  [3, 17],
  [8, 5],
  [8, 11],
  [8, 17],
] as const;

/** A web page that shows each braille page as its dots, with the print of each line below it. */
export function previewPage(
  pages: readonly (readonly Line[])[],
  details: BookDetails,
  engine: string,
  words: Words,
): Output {
  const { title, language, cells, lines } = details;
  const shown = pages
    .map((page, index) =>
      picture(page, fill(words.pageOf, { page: index + 1, pages: pages.length }), cells, lines, words),
    )
    .join('\n');
  const name = fill(words.previewTitle, { title });
  const text = `<!doctype html>
<html lang="${escapeXml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(name)}</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 44rem; padding: 1rem; font: 1.125rem/1.5 sans-serif; }
.page { overflow-x: auto; }
svg { display: block; box-sizing: border-box; width: 100%; min-width: 44rem; height: auto; background: #fff; color: #111; border: 1px solid #767676; }
main > section { margin-block: 2rem; }
details { margin-block: 0.5rem; }
@media print { .page { overflow: visible; } svg { min-width: 0; overflow: visible; } }
</style>
</head>
<body>
<main>
<h1>${escapeXml(name)}</h1>
<p>${escapeXml(words.previewAbout)}</p>
<p>${escapeXml(engine)}</p>
${shown}
</main>
</body>
</html>
`;
  return {
    name: 'preview.html',
    mediaType: 'text/html; charset=utf-8',
    bytes: new TextEncoder().encode(text),
  };
}

function picture(page: readonly Line[], name: string, width: number, lines: number, words: Words): string {
  const rows = page.map((line, row) => {
    const y = row * height;
    let dots = '';
    [...('\u2800'.repeat(line.indent) + line.cells)].forEach((one, column) => {
      const bits = one.codePointAt(0)! - 0x2800;
      dotAt.forEach(([dx, dy], bit) => {
        if (bits & (1 << bit)) dots += `M${column * cell + dx + 4} ${y + dy + 4}h0`;
      });
    });
    const print = line.columns ?? [{ at: 0, print: line.print }];
    const words = print
      .filter((one) => one.print !== '')
      .map(
        (one) =>
          `<text x="${(line.indent + one.at) * cell + 5}" y="${y + 33}" stroke="none">${escapeXml(one.print)}</text>`,
      )
      .join('');
    return (dots === '' ? '' : `<path d="${dots}"/>`) + words;
  });
  const said = page
    .map((line) => line.print)
    .filter((line) => line !== '')
    .join(' ');
  const size = `${width * cell + 10} ${lines * height + 4}`;
  return `<section>
<h2>${escapeXml(name)}</h2>
<section class="page" tabindex="0"><svg viewBox="0 0 ${size}" role="img" aria-label="${escapeXml(`${words.figure}: ${name}`)}" font-family="sans-serif" font-size="11" fill="currentColor"><g stroke="currentColor" stroke-width="4" stroke-linecap="round">${rows.join('')}</g></svg></section>
<details><summary>${escapeXml(words.previewPrint)}</summary><p>${escapeXml(said)}</p></details>
</section>`;
}
