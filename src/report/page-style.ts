/** The look of the project's own reports: system letters at 18 px, 4.5:1 at least in both colour schemes, one column that reflows. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #212b32; --paper: #fff; --quiet: #4c6272; --line: #768692; --link: #005eb8; --bad: #b30f0f; --band: #f0f4f5; --mark: #ffe1e1; --plus: #d9f0de; }
@media (prefers-color-scheme: dark) { :root { --ink: #f0f4f5; --paper: #1a1f24; --quiet: #c8d0d5; --line: #8a98a3; --link: #9ecbff; --bad: #ffb3b3; --band: #27303a; --mark: #6b2020; --plus: #1f4d2b; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1.125rem/1.5 "Atkinson Hyperlegible Next", Arial, sans-serif; color: var(--ink); background: var(--paper); }
.skip { position: absolute; left: -999rem; } .skip:focus { position: static; display: block; padding: .5rem 1rem; }
main, footer { max-width: 68rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }
h1 { font-size: 1.8rem; line-height: 1.25; } h2 { font-size: 1.4rem; margin-top: 2.5rem; } h3 { font-size: 1.15rem; margin-top: 2rem; }
a { color: var(--link); } :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.verdict { border-left: .5rem solid var(--line); padding: .5rem 1rem; background: var(--band); font-size: 1.25rem; }
.verdict.bad { border-color: var(--bad); }
.quiet { color: var(--quiet); }
code { font-family: ui-monospace, Consolas, monospace; font-size: .95em; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid var(--line); }
caption { text-align: left; font-weight: bold; padding-bottom: .4rem; }
li { margin: .4rem 0; }
del { background: var(--mark); text-decoration: line-through; text-decoration-thickness: 2px; } ins { background: var(--plus); text-decoration: underline; text-decoration-thickness: 2px; }
.said { font-weight: bold; }
.proof { width: 100%; table-layout: fixed; } .proof th:first-child, .proof td:first-child { width: 4rem; } .proof p { margin: .2rem 0; }
tr.different > * { border-top: 3px solid var(--bad); border-bottom: 3px solid var(--bad); } .declared { border-bottom: 2px dotted var(--line); }
.where { display: block; color: var(--quiet); font-size: .9rem; }
@media print { .skip { display: none; } h2, h3 { break-after: avoid; } }
`.trim();
