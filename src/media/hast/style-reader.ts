import { palette, variables } from './style-colours.ts';
import { cards } from './style-tables.ts';

/** The reader's settings, shown where the page's script runs. */
const panel = `
.reader{display:none}
@media screen{.has-script .reader{display:block}}
.band .reader:has([open]){flex:1 0 100%}
.reader details[open] summary{margin-block-end:.5rem}
.reader summary{color:inherit;padding-block:.375rem}
.reader form{background:var(--page);color:var(--text);padding:1rem;border:2px solid var(--line);border-radius:.25rem;font-size:1.0625rem;display:flex;flex-wrap:wrap;gap:1rem 2rem}
.reader fieldset{border:0;padding:0;margin:0;min-width:0}
.reader legend{font-weight:700;padding:0;color:var(--heading)}
.reader label{display:flex;align-items:center;gap:.5rem;min-height:2.25rem;cursor:pointer}
.reader input{inline-size:1.375rem;block-size:1.375rem;margin:0;flex:none;accent-color:var(--accent)}
.reader p{margin:0;flex:1 0 100%;max-width:none}
.reader .reader-more{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center}
.reader-said:empty{display:none}
.reader-said{font-weight:700}
.reader button{font:inherit;font-weight:600;min-height:2.75rem;padding:.375rem 1rem;border:2px solid var(--accent);border-radius:.25rem;background:var(--page);color:var(--link);cursor:pointer}
.reader button:hover{background:var(--tint)}
.reader-stop{position:fixed;inset-block-end:1rem;inset-inline-end:1rem;z-index:3;box-shadow:0 0 0 3px var(--page)}
.reader-stop[hidden]{display:none}
.spoken{outline:3px solid var(--accent);outline-offset:4px;border-radius:2px}
.contents a[aria-current]{background:var(--tint);text-decoration:underline;text-decoration-thickness:3px}
@media (forced-colors:active){.reader-colours{display:none}}
`;

function scheme(name: keyof typeof palette): string {
  const isDark = name === 'dark' || name === 'yellow';
  return `:root[data-colours=${name}]{color-scheme:${isDark ? 'dark' : 'light'};${variables(palette[name])}}`;
}

/** Letters of scripts that are joined are never drawn apart. */
function spaced(name: string, line: number, letter: number, word: number, after: string): string {
  return `
:root[data-spacing=${name}] body{line-height:${line};word-spacing:${word}em}
:root[data-spacing=${name}]:not([dir=rtl]) body{letter-spacing:${letter}em}
:root[data-spacing=${name}] :is(p,li){margin-block-end:${after}}
`;
}

/** What the settings change; on paper nothing. The widest spacing is that of WCAG 2.2, 1.4.12 and a little more between lines. */
const chosen = `
@media screen{
${(Object.keys(palette) as (keyof typeof palette)[]).map(scheme).join('\n')}
:root[data-size="125"]{font-size:125%}
:root[data-size="150"]{font-size:150%}
:root[data-size="200"]{font-size:200%}
${spaced('more', 1.8, 0.06, 0.08, '1.5em')}
${spaced('most', 2, 0.12, 0.16, '2em')}
:root[data-spacing] :is(h1,h2,h3,h4,h5,h6,table,.contents a,.opening>p,.box-title){line-height:inherit;letter-spacing:inherit}
:root[data-letters=wide] body{font-family:Verdana,"DejaVu Sans",Geneva,sans-serif}
:root[data-letters=serif] body{font-family:Georgia,"DejaVu Serif","Liberation Serif",serif}
:root[data-guide]::after{content:"";position:fixed;z-index:2;pointer-events:none;inset-inline:0;top:calc(var(--guide,40vh) - 3.5rem);height:7rem;border-block:4px solid var(--accent);box-shadow:0 0 0 200vmax rgb(0 0 0/.45)}
:root[data-below~="68"] :is(.opening,.report.with-contents){display:block}
:root[data-below~="68"] .with-contents>.contents{position:static;max-height:none;margin-block-end:3rem}
${cards(':root[data-below~="48"] .table-medium')}
:root[data-below~="48"] .details>div{display:block}
${cards(':root[data-below~="80"] .table-wide')}
}
`;

export const readerStyle = panel + chosen;
