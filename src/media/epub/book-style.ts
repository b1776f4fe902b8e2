/**
 * The style of every book. Readers choose colours, size, font and spacing in their reading program, so it has relative sizes
 * and no colour of text or ground; lines take the colour of the text. Tables that are too wide for the page are shown as cards:
 * where the program can measure the page, else where the screen is narrow. Nothing scrolls inside a page: programs do not break
 * such a box over two pages, and cut off what is below the first.
 */
export const bookStyle = `@font-face{font-family:"Atkinson Hyperlegible Next";font-weight:400;font-style:normal;src:url(../fonts/AtkinsonHyperlegibleNext-Regular.ttf)}
@font-face{font-family:"Atkinson Hyperlegible Next";font-weight:700;font-style:normal;src:url(../fonts/AtkinsonHyperlegibleNext-Bold.ttf)}
html{font-family:"Atkinson Hyperlegible Next","Atkinson Hyperlegible",system-ui,sans-serif}
body{margin:0 auto;padding:0 .75em;max-width:38em;line-height:1.5;text-align:start;overflow-wrap:break-word;hyphens:manual}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.6em 0 .5em;text-align:start;break-after:avoid;page-break-after:avoid;hyphens:none}
h1{font-size:1.8em;margin-top:.75em}
h2{font-size:1.5em;margin-top:.75em;padding-bottom:.25em;border-bottom:3px solid}
h3{font-size:1.25em}
h4,h5,h6{font-size:1.05em}
p,ul,ol,dl,pre,blockquote,figure{margin:0 0 1em}
p,li,dd{orphans:2;widows:2}
ul,ol{padding-inline-start:1.4em}
li{margin-bottom:.4em}
li>ul,li>ol{margin:.4em 0 0}
li li li li li li>ul,li li li li li li>ol{padding-inline-start:0}
em,strong,b,dfn,cite{font-style:normal;font-weight:700}
abbr[title]{text-decoration:none}
a{overflow-wrap:anywhere;padding-block:.25em}
code,pre{font-family:monospace;font-size:.95em;overflow-wrap:anywhere}
pre{white-space:pre-wrap;border-inline-start:3px solid;padding-inline-start:.75em}
hr{border:0;border-top:2px solid;margin:2em 0}
img{max-width:100%;height:auto}
p img,li img{max-height:12em;width:auto;vertical-align:middle}
.page-title>section>p:first-of-type{font-size:1.15em}
.page-cover{padding:0;max-width:none}
.cover{text-align:center}
.cover img{max-height:95vh;width:auto}
.page-break{display:none}
.visually-hidden{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip:rect(0 0 0 0);clip-path:inset(50%);white-space:nowrap;border:0}
.box{border:1px solid;border-inline-start-width:.4em;padding:.9em;margin:0 0 1.5em}
.box-key-facts,.box-contact{border-width:2px;border-inline-start-width:.4em}
.box>:last-child,.box>:last-child>:last-child{margin-bottom:0}
.box-title{font-weight:700;font-size:1.15em;line-height:1.3;margin-bottom:.5em;break-after:avoid}
dl>div{margin-bottom:.6em}
dt{font-weight:700}
dd{margin:0}
.glossary>div,.abbreviations>div{border-bottom:1px solid;padding-bottom:.6em}
blockquote{border-inline-start:4px solid;padding-inline-start:1em;margin-inline:0}
figure{margin:1.5em 0;padding:.75em;border:1px solid}
figcaption{font-weight:700;margin-bottom:.75em;break-after:avoid}
figure>img{display:block;background:#fff;width:auto;max-height:90vh}
.description{margin-top:1em}
.description>:last-child{margin-bottom:0}
.no-picture{border:2px dashed;padding:.75em}
.note-mark{font-size:.85em;line-height:0;vertical-align:.35em}
.note-mark a{padding:.5em .25em}
.back-links a{display:inline-block;padding:.4em 0;margin-inline-end:1em}
.check{display:inline-block;margin-inline-end:.4em}
.check::before{content:"";display:inline-block;width:.8em;height:.8em;border:2px solid;vertical-align:-.08em}
.check-done::before{box-shadow:inset 0 0 0 .2em}
nav ol{list-style:none;padding:0;margin:0}
nav li{margin:0}
nav a{display:block;padding:.45em 0}
nav ol ol{padding-inline-start:1em;border-inline-start:2px solid;margin-inline-start:.25em}
nav>ol>li>a{font-weight:700}
.idea{font-size:1.2em;display:flex;flex-wrap:wrap;gap:.5em 1.25em;align-items:center;margin:1.5em 0;break-inside:avoid}
.idea img{width:7em;height:auto;flex:none}
.idea p{flex:1 1 12em;margin:0}
.page-credits li{font-size:.95em}
.table{margin:1.5em 0 2em;container-type:inline-size}
table{border-collapse:collapse;width:100%;line-height:1.4}
caption{text-align:start;font-weight:700;font-size:1.1em;padding-bottom:.6em}
th,td{text-align:start;vertical-align:top;padding:.5em .6em;border-bottom:1px solid;overflow-wrap:break-word}
thead th{border-bottom:3px solid;vertical-align:bottom}
.group th{border-top:3px double;border-bottom:2px solid}
tr{break-inside:avoid;page-break-inside:avoid}
th>:last-child,td>:last-child{margin-bottom:0}
th p,td p{margin-bottom:.5em}
td ul,td ol{padding-inline-start:1.2em}
.breaks-words th,.breaks-words td{overflow-wrap:anywhere;min-width:5em}
${cards('.table-records')}
@media (max-width:24em){${cards('.table-medium')}}
@media (max-width:40em){${cards('.table-wide')}}
@container (max-width:30em){${cards('.table-medium')}}
@container (max-width:48em){${cards('.table-wide')}}
`;

/** Rows as cards, with the name of the column above each value; an empty alternative keeps voices from saying it twice. */
function cards(table: string): string {
  return [
    `${table} table,${table} tbody,${table} caption{display:block;width:auto}`,
    `${table} thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}`,
    `${table} tr{display:block;border:1px solid;margin-bottom:1em;break-inside:auto;page-break-inside:auto}`,
    `${table} th,${table} td{display:block;border-bottom:0;overflow-wrap:anywhere;min-width:0;break-inside:avoid}`,
    `${table} th[data-label]::before,${table} td[data-label]::before{display:block;font-weight:400;font-size:.9em;content:attr(data-label);content:attr(data-label)/""}`,
    `${table} tbody th{border-bottom:2px solid;break-after:avoid;page-break-after:avoid}`,
    `${table} .group{border:0;border-bottom:2px solid}`,
    `${table} .group th{font-size:1.1em;border:0;padding-inline:0}`,
  ].join('');
}
