/** The page on which people review the Easy Read pictures: one self-contained HTML file. */

const LICENCE_NAMES = { MIT: 'MIT Licence', 'Apache-2.0': 'Apache Licence 2.0' };

const MIT = [
  'Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:',
  'The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.',
  'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.',
];

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function card({ concept, synonyms, icon, alt, credit, licence, body }, paper) {
  return `<li>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="120" height="120" role="img" aria-label="${escaped(alt)}"><rect width="96" height="96" rx="12" fill="${paper}"/>${body}</svg>
<div>
<h2>${escaped(concept)}</h2>
<p>Shows: ${escaped(alt)}.</p>
<p>Also for: ${escaped(synonyms.join(', '))}.</p>
<p class="source">${escaped(icon)}. ${escaped(credit)}. ${LICENCE_NAMES[licence]}.</p>
</div>
</li>`;
}

export function contactSheet(drawings, { ink, paper, packs }) {
  const own = drawings.filter((each) => each.icon.startsWith('own:')).length;
  const credits = Object.values(packs)
    .map((pack) => `<li>${pack.name}, copyright ${pack.by}: ${LICENCE_NAMES[pack.licence]}</li>`)
    .join('\n');
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Easy Read pictures</title>
<style>
body { margin: 0 auto; max-width: 75rem; padding: 1rem; font: 1.125rem/1.5 Arial, sans-serif; color: #212b32; background: #fff; }
h1, h2 { line-height: 1.2; color: ${ink}; }
.pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)); gap: 1.5rem; margin: 2rem 0; padding: 0; list-style: none; }
.pictures li { display: flex; gap: 1rem; align-items: flex-start; break-inside: avoid; }
.pictures svg { flex: none; }
.pictures h2 { margin: 0; font-size: 1.375rem; }
.pictures p { margin: 0.25rem 0; overflow-wrap: anywhere; }
.source { font-size: 1rem; color: #425563; }
@media (max-width: 26rem) { .pictures li { flex-direction: column; } }
</style>
</head>
<body>
<main>
<h1>Easy Read pictures</h1>
<p>There are ${drawings.length} pictures. Each one was chosen by looking at it: a search by name finds wrong pictures, and a wrong picture is worse than none. They have not yet been tried out with people with a learning disability.</p>
<p>Write the name of a picture, or one of the words after "Also for", in the source of a report. Other words get no picture.</p>
<p>Please tell us about a picture that is not clear, or that could hurt someone. Ask people with a learning disability to try out every Easy Read document, with its pictures, before you publish it.</p>
<ul class="pictures">
${drawings.map((each) => card(each, paper)).join('\n')}
</ul>
<h2>Where the pictures come from</h2>
<p>The project drew ${own} pictures itself (Apache Licence 2.0). The others come from these sets. They were recoloured and fitted to a tile; nothing else was changed.</p>
<ul>
${credits}
</ul>
<h3>The MIT Licence</h3>
${MIT.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('\n')}
</main>
</body>
</html>
`;
}
