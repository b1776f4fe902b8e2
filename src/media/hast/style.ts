import { colours } from './style-colours.ts';
import { partStyle } from './style-parts.ts';
import { printStyle } from './style-print.ts';
import { readerStyle } from './style-reader.ts';
import { tableStyle } from './style-tables.ts';

/** Size, line and column of running text, and what holds the page together. */
const frame = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--page);color:var(--text);font-family:"Atkinson Hyperlegible Next","Atkinson Hyperlegible",system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;font-size:1.1875rem;line-height:1.55;text-align:start;overflow-wrap:anywhere;hyphens:manual}
:focus-visible{outline:3px solid var(--focus-ring);outline-offset:3px;border-radius:2px}
main:focus{outline:none}
a{color:var(--link);padding-block:.125em;text-decoration-thickness:max(1px,.0625rem);text-underline-offset:.15em}
a:visited{color:var(--visited)}
a:hover{text-decoration-thickness:max(3px,.1875rem)}
a:focus-visible{background:var(--focus);color:var(--on-focus);text-decoration:none}
.skip{position:absolute;inset-inline-start:1rem;top:-20rem;padding:.75rem 1.25rem;z-index:2;font-weight:700}
.skip:focus{top:1rem;background:var(--focus);color:var(--on-focus)}
.visually-hidden{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap;border:0}
.band,.foot,.report,.footnotes{max-width:var(--wide);margin-inline:auto;padding-inline:var(--edge)}
.page-header{background:var(--band);color:var(--on-band);border-bottom:.5rem solid var(--nhs-blue)}
.band{display:flex;flex-wrap:wrap;gap:.25rem 2rem;align-items:center;padding-block:.75rem}
.band p{margin:0}
.band .publisher{flex:1 1 14rem;max-width:none}
.publisher{font-weight:700;font-size:1.25rem;line-height:1.3}
.band a,.band a:visited{color:inherit;padding-block:.375rem}
.band a:focus-visible{color:var(--on-focus);outline-color:var(--on-band)}
.page-footer{background:var(--soft);border-top:.25rem solid var(--nhs-blue);margin-top:4rem;padding-block:2rem}
.foot>*{max-width:var(--column)}
.to-top a{display:inline-block;padding-block:.375rem}
`;

/** Running text. Emphasis is bold: slanted letters are hard to read. */
const text = `
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:0 0 .5em;text-wrap:balance;color:var(--heading)}
h1{font-size:clamp(1.75rem,1.25rem + 2.4vw,2.75rem);letter-spacing:-.01em}
h2{font-size:clamp(1.5rem,1.25rem + 1.2vw,2rem);margin-top:2.5em}
h3{font-size:clamp(1.3125rem,1.2rem + .6vw,1.5rem);margin-top:2em}
h4{font-size:1.1875rem;margin-top:1.75em}
h5,h6{font-size:1.1875rem;font-weight:600;margin-top:1.75em}
p,ul,ol,dl,pre,blockquote,figure{margin:0 0 1em}
p,li,dd,dt,h1,h2,h3,h4,h5,h6,blockquote,figcaption,pre,hr{max-width:var(--column)}
ul,ol{padding-inline-start:1.5em}
li{margin-block-end:.4em}
li>ul,li>ol{margin-block:.4em 0}
li li li li li li>:is(ul,ol){padding-inline-start:0}
li::marker{color:var(--accent);font-weight:600}
em,strong,b,dfn,cite{font-style:normal;font-weight:700}
abbr[title]{text-decoration:none}
del{text-decoration:line-through;text-decoration-thickness:2px}
code,pre{font-family:"Atkinson Hyperlegible Mono",ui-monospace,Consolas,"Liberation Mono",monospace;font-size:.95em}
code{background:var(--soft);padding:.1em .3em;border-radius:.2em}
pre{background:var(--soft);padding:1rem;white-space:pre-wrap;border-inline-start:.25rem solid var(--line)}
pre code{padding:0;background:none}
hr{border:0;border-top:2px solid var(--line);margin:2.5em 0;margin-inline-start:0}
img{max-width:100%;height:auto}
p img,li img{max-height:12em;width:auto;vertical-align:middle}
.page-break,.page-mark{display:none}
`;

/** Nothing moves by itself; who asks for less motion also gets no smooth scrolling from the browser. */
const preferences = `
@media (prefers-reduced-motion:reduce){*,*::before,*::after{animation:none!important;transition:none!important;scroll-behavior:auto!important}}
@media (forced-colors:active){.box,.table tr,.idea,.summary,pre,code{border:1px solid CanvasText}.page-header,.page-footer{border-color:CanvasText}:focus-visible{outline-color:Highlight}.check::before{forced-color-adjust:none}}
`;

/** The style sheet of every page: light, dark, forced colours, print; reflows at 320 CSS px; needs no request. */
export const pageStyle = compact(
  [colours, frame, text, partStyle, tableStyle, readerStyle, preferences, printStyle].join('\n'),
);

/** One rule a line, without empty lines. */
export function compact(css: string): string {
  return `\n${css
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')}\n`;
}
