/** What the page that lists all reports adds to the style of every page. */
export const indexStyle = `
.index .report{padding-block:2.5rem 0}
.index .report>h2{margin-top:0;max-width:none}
.published{color:var(--quiet)}
.index .contents{margin:0}
.index .contents a{text-decoration:underline}
.formats{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,22rem),1fr));gap:1rem;margin-block:1.5rem 3rem}
.formats>li{margin:0;max-width:none;border:1px solid var(--line);border-top:.375rem solid var(--accent);border-radius:.25rem;padding:1rem 1.25rem;background:var(--page)}
.formats p{margin:.5rem 0 0}
.formats a{display:block;padding-block:.25rem}
.formats a b{font-size:1.1875em;display:block;line-height:1.3}
.formats .quiet{color:var(--quiet);font-size:1rem}
.formats .draft{border-inline-start:.375rem solid #ffb81c;padding-inline-start:.75rem;font-weight:600}
.formats .checked{border-inline-start:.375rem solid var(--accent);padding-inline-start:.75rem}
.search{display:none}
@media screen{.has-script .search{display:block}}
.search{margin-block:0 2rem;max-width:var(--column)}
.search label{display:block;font-weight:700;margin-block-end:.35rem}
.search input{font:inherit;width:100%;min-height:2.75rem;padding:.35rem .75rem;border:2px solid var(--line);border-radius:.25rem;background:var(--page);color:var(--text)}
.search p{margin:.5rem 0 0;min-height:1.55em}
.parts{margin-block:-1.5rem 3rem}
.parts a{display:inline-block;padding-block:.25rem}
.parts li{margin:0}
[hidden]{display:none!important}
.ask{background:var(--tint);padding-block:2.5rem;padding-inline:max(var(--edge),calc(50% - var(--wide)/2 + var(--edge)));margin-block-start:3rem}
.ask h2{margin-top:0}
.index .page-footer{margin-top:0}
@media print{.parts{display:none}.published{break-after:avoid}.formats{display:block}.formats>li{break-inside:avoid;margin-block-end:1em}.ask{padding:0}}
`;
