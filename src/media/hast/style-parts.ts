/** The opening of a report, contents, boxes, lists of terms, figures, quotations, footnotes. */
export const partStyle = `
.opening{background:var(--tint);padding-block:clamp(1.5rem,4vw,3rem);padding-inline:max(var(--edge),calc(50% - var(--wide)/2 + var(--edge)))}
.opening h1{max-width:24em}
.opening>p{font-size:1.3125rem;line-height:1.45}
.opening>:last-child{margin-block-end:0}
.opening .box{background:var(--page)}
@media screen and (min-width:68em){
.opening{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,30rem);column-gap:clamp(2rem,5vw,5rem);grid-auto-rows:auto;align-items:start}
.opening>*{grid-column:1}
.opening>h1{grid-column:1/-1}
.opening>.box-contact{grid-column:2;grid-row:2/span 40}
}
.report{padding-block-start:2rem}
.report>h2:first-child,.body>h2:first-child,.body>:first-child{margin-top:0}
.contents{margin-block-end:3rem}
.contents h2{font-size:1.3125rem;margin-top:0}
.contents ul{list-style:none;padding:0;margin:0}
.contents li{margin:0;max-width:none}
.contents a{display:block;padding:.45rem 0;line-height:1.35;text-decoration:none}
.contents a:hover{text-decoration:underline;text-decoration-thickness:2px}
.contents ul ul{margin-inline-start:.25rem;padding-inline-start:1rem;border-inline-start:2px solid var(--thin);font-size:.95em}
.contents>ul>li>a,.contents>details>ul>li>a{font-weight:600}
.contents>details>ul{margin-top:0}
@media screen and (min-width:68em){
.report.with-contents{display:grid;grid-template-columns:minmax(15rem,19rem) minmax(0,1fr);gap:clamp(2rem,4vw,4.5rem);align-items:start}
.with-contents>.contents{position:sticky;top:0;max-height:100vh;overflow-y:auto;margin:0;padding:1rem .75rem 2rem 0;font-size:1.0625rem}
.with-contents>.contents:focus-visible{outline-offset:-3px}
@supports selector(::details-content){
.with-contents>.contents>details::details-content{content-visibility:visible;height:auto}
.with-contents>.contents summary{display:none}
}
.body{padding-block-start:1rem}
}
@media screen and (min-width:68em) and (max-height:30em){.with-contents>.contents{position:static;max-height:none}}
.box{background:var(--soft);border-inline-start:.5rem solid var(--line);padding:1.25rem;margin:0 0 1.75em;max-width:calc(var(--column) + 3rem)}
.box>:last-child,.box>:last-child>:last-child{margin-bottom:0}
.box-title{font-weight:700;font-size:1.25rem;line-height:1.3;margin-bottom:.5em;color:var(--heading)}
.box-key-facts{background:var(--tint);border-color:var(--accent)}
.box-contact{background:var(--page);border:2px solid var(--accent);border-inline-start-width:.5rem}
dl>div{margin-block-end:.6em}
dt{font-weight:700}
dd{margin:0}
.details>div{display:grid;grid-template-columns:minmax(6rem,9rem) minmax(0,1fr);gap:0 1.25rem}
.details dt{color:var(--quiet);font-weight:600}
.box .details>div{display:block}
.details a{display:inline-block;padding-block:.1rem}
@media (max-width:30em){.details>div{display:block}}
.glossary>div,.abbreviations>div{border-bottom:1px solid var(--thin);padding-block:.6em;margin:0;max-width:var(--column)}
@media screen and (min-width:48em){.abbreviations>div{display:grid;grid-template-columns:7rem minmax(0,1fr);gap:1rem}}
blockquote{border-inline-start:.25rem solid var(--accent);padding-inline-start:1.25rem;margin-inline:0}
blockquote blockquote blockquote blockquote{border:0;padding:0}
figure{margin:2em 0;padding:1rem;border:1px solid var(--thin);border-radius:.25rem;max-width:calc(var(--column) + 4rem)}
figcaption{font-weight:700;margin-block-end:.75em;color:var(--heading)}
figure>img{display:block;background:#fff;padding:.5rem;border-radius:.25rem;width:auto;max-height:80vh;object-fit:contain}
.description{margin-block-start:1em}
.description>:last-child{margin-bottom:0}
.no-picture{border:2px dashed var(--line);padding:1rem}
.note-mark{font-size:.85em;line-height:0;vertical-align:.35em}
.note-mark a{padding:.45em .2em;text-decoration:none}
.footnotes{border-top:2px solid var(--line);margin-top:3rem}
.footnotes h2{margin-top:1.5em}
.footnotes li:target,.note-mark a:target{background:var(--focus);color:var(--on-focus)}
.footnotes li:target a{color:inherit}
.back-links a{display:inline-block;padding-block:.3rem;margin-inline-end:1rem}
.check{display:inline-block;margin-inline-end:.4em}
.check::before{content:"";display:inline-block;width:.9em;height:.9em;border:2px solid currentColor;border-radius:.15em;vertical-align:-.08em}
.check-done::before{background:linear-gradient(45deg,transparent 25%,currentColor 0 75%,transparent 0)}
summary{cursor:pointer;padding-block:.35rem;color:var(--link);text-decoration:underline;width:fit-content}
details>ul{margin-top:.5em}
.siblings{margin-block-end:2.5rem}
.siblings h2{margin-top:0;font-size:1.5rem}
.siblings ul{list-style:none;padding:0}
.siblings li{padding-block:.5rem;border-top:1px solid var(--thin);margin:0}
.siblings a{display:inline-block;padding-block:.3rem;font-weight:600}
.siblings li p{margin:0}
`;
