import { escapeXml } from './escape-xml.ts';
import { pageStyle } from './page-style.ts';

/** One self-contained page in English: no script, nothing loaded. `main` is HTML. */
export function ownPage(title: string, main: readonly string[], version: string): string {
  return `${[
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<link rel="icon" href="data:,">',
    `<title>${escapeXml(title)}</title>`,
    `<style>${pageStyle}</style>`,
    '</head>',
    '<body>',
    '<a class="skip" href="#main">Skip to the content</a>',
    '<main id="main" tabindex="-1">',
    `<h1>${escapeXml(title)}</h1>`,
    ...main,
    '</main>',
    `<footer><p class="quiet">Made by allformats ${escapeXml(version)}</p></footer>`,
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}
