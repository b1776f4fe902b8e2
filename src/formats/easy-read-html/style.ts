/** What Easy Read adds to the style of every page: large text, white ground, one idea a row with its picture on the left. */
export const easyReadStyle = `
.easy-read{font-size:1.5rem;line-height:1.5;--column:27em;--wide:66rem}
.easy-read h1{font-size:clamp(2rem,1.4rem + 3vw,2.75rem)}
.easy-read h2{font-size:clamp(1.75rem,1.4rem + 1.8vw,2.5rem);margin:3rem 0 1.25rem;padding-block-start:1.25rem;border-top:.375rem solid var(--accent);max-width:none}
.easy-read h3{font-size:1.75rem}
.easy-read .box-title{font-size:1.5rem}
.easy-read .opening{display:block}
.easy-read .opening>.box{max-width:42rem}
.easy-read .opening>.box-note{border:3px solid #ffb81c;border-inline-start-width:.75rem}
.easy-read .publisher{font-size:1.375rem}
.easy-read .band a{font-size:1.375rem}
.easy-read .body{padding-block-start:0}
.easy-read .body>:first-child{margin-top:0}
.idea{display:grid;grid-template-columns:clamp(4.5rem,22vw,11rem) minmax(0,1fr);gap:clamp(1rem,4vw,2.25rem);align-items:center;margin-block:1.5rem;max-width:50rem}
.idea img{width:100%;height:auto;display:block}
.idea p{margin:0;grid-column:2}
.easy-read .contents{max-width:50rem;border:2px solid var(--accent);border-radius:.5rem;padding:1.25rem 1.5rem;margin-block:0 2rem}
.easy-read .contents h2{border:0;padding:0;margin:0 0 .5rem;font-size:1.5rem}
.easy-read .contents a{text-decoration:underline;padding-block:.5rem}
.easy-read .glossary dt{font-size:1.0625em;color:var(--heading)}
.easy-read .page-footer{font-size:1.25rem}
.credits{margin-block-end:2rem}
.easy-read .page-footer h2{border:0;padding:0;margin:0 0 .5em;font-size:1.5rem}
.easy-read .details>div{grid-template-columns:minmax(8rem,13rem) minmax(0,1fr)}
@media (max-width:30em){.easy-read{font-size:1.375rem}.idea{align-items:start}}
@media print{.easy-read{font-size:16pt}.idea{grid-template-columns:3.2cm minmax(0,1fr);margin-block:.6cm}.easy-read h2{font-size:22pt}}
`;
