const svg = (viewBox: string, content: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="${viewBox}" ${attributes}>${content}</svg>`;

/** What PDF can draw as SVG means it. */
export const drawable: Readonly<Record<string, string>> = {
  'paths with all commands': svg(
    '0 0 200 200',
    '<path d="M10 10h40v40l-20 20H10z m60 0 q20 -20 40 0 t40 0 c10 10 10 30 0 40 s-30 30 -40 0 a20 30 20 1 0 -40 5 M20 120 A40 20 0 0 1 100 120 L100,160 V190 H20 Z m20 20 h20v20h-20z" fill="#005eb8" fill-rule="evenodd" stroke="#212b32" stroke-width="3"/>',
  ),
  transforms: svg(
    '0 0 200 200',
    '<g transform="translate(100 100) rotate(30) scale(1.5 .7) skewX(10)"><rect x="-40" y="-30" width="80" height="60" rx="8" fill="#ffd" stroke="#d4351c" stroke-width="6"/><g transform="rotate(45)"><ellipse rx="30" ry="10" fill="#00703c"/></g></g>',
  ),
  'clip paths, one inside another': svg(
    '0 0 200 200',
    '<defs><clipPath id="c"><circle cx="100" cy="100" r="60"/></clipPath><clipPath id="d" clip-path="url(#c)"><rect x="60" y="20" width="60" height="160" transform="rotate(20 100 100)"/></clipPath></defs><rect width="200" height="200" fill="#eee" clip-path="url(#c)"/><g clip-path="url(#d)"><rect width="200" height="100" fill="#d4351c"/><rect y="100" width="200" height="100" fill="#005eb8"/></g>',
  ),
  gradients: svg(
    '0 0 200 200',
    '<defs><linearGradient id="a"><stop offset=".1" stop-color="#d4351c"/><stop offset=".5" stop-color="#ffdd00"/><stop offset="1" stop-color="#005eb8"/></linearGradient><radialGradient id="b" cx="150" cy="60" r="40" fx="140" fy="50" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#00703c"/></radialGradient><linearGradient id="e" gradientTransform="rotate(45)"><stop offset=".5" stop-color="#000"/><stop offset=".5" stop-color="#fc0"/></linearGradient></defs><rect x="10" y="10" width="80" height="80" fill="url(#a)"/><circle cx="150" cy="60" r="40" fill="url(#b)"/><path d="M10 110 L190 120 V190 H10z" fill="url(#e)" fill-opacity=".6"/>',
  ),
  'what can be seen through': svg(
    '0 0 200 200',
    '<rect width="200" height="200" fill="#fff59d"/><g opacity=".5"><circle cx="80" cy="80" r="50" fill="#d4351c"/><circle cx="120" cy="120" r="50" fill="#005eb8"/></g><rect x="20" y="150" width="160" height="30" fill="#000" fill-opacity=".3" stroke="#000" stroke-width="8" stroke-opacity=".4"/><g transform="translate(150 10) scale(.5)" opacity=".4"><g opacity=".5"><rect width="60" height="60"/></g></g>',
  ),
  'words, with anchors, spans and classes': svg(
    '0 0 320 200',
    '<style>.big{font-size:30px;font-weight:bold}.m{text-anchor:middle;fill:#d4351c}</style><text x="10" y="40" class="big">Large &amp; <tspan fill="#005eb8" font-weight="400">small</tspan> words</text><text x="160" y="80" class="m" font-size="20">in the middle</text><text x="310" y="110" text-anchor="end" font-size="20">at the end<tspan x="310" dy="24">second line</tspan></text><g transform="translate(20 150) rotate(-20)"><text font-size="18">turned 5%</text></g><text x="100 115 135" y="180" font-size="16" letter-spacing="3">abc spaced</text>',
  ),
  'use and symbol': svg(
    '0 0 200 200',
    '<defs><symbol id="s" viewBox="0 0 10 10"><path d="M0 0h10l-5 10z"/></symbol><g id="k"><circle r="12"/><text font-size="14" x="20" y="5">key</text></g></defs><use href="#s" x="10" y="10" width="60" height="30" fill="#005eb8"/><use xlink:href="#s" x="100" y="10" width="40" height="60" fill="#00703c"/><use href="#k" x="40" y="120" fill="#d4351c"/><use href="#k" transform="translate(120 150) scale(2)"/>',
  ),
  'a drawing that does not fill its size': svg(
    '0 0 100 50',
    '<rect width="100" height="50" fill="#eee"/><svg x="10" y="5" width="30" height="40" viewBox="0 0 10 10" preserveAspectRatio="xMinYMax slice"><circle cx="5" cy="5" r="5" fill="#005eb8"/></svg><svg x="55" y="5" width="40" height="40" viewBox="0 0 20 10" preserveAspectRatio="none"><circle cx="10" cy="5" r="5" fill="#d4351c"/></svg>',
    'width="400" height="300" preserveAspectRatio="xMaxYMin meet"',
  ),
  'dashes, markers and endings of lines': svg(
    '0 0 200 200',
    '<defs><marker id="m" orient="auto" markerWidth="6" markerHeight="6" refX="5" refY="3" viewBox="0 0 6 6"><path d="M0 0L6 3L0 6z" fill="#d4351c"/></marker></defs><path d="M20 40H180" stroke="#000" stroke-width="6" stroke-dasharray="20 10 2 10" stroke-dashoffset="5"/><path d="M20 80L100 130L180 80" stroke="#005eb8" fill="none" stroke-width="12" stroke-linejoin="round" stroke-linecap="round"/><path d="M20 150 Q100 90 180 150" stroke="#212b32" stroke-width="3" fill="none" marker-end="url(#m)" marker-start="url(#m)"/><path d="M20 180L90 170L25 190" stroke="#00703c" fill="none" stroke-width="5" stroke-miterlimit="20"/><circle cx="150" cy="40" r="20" fill="#fd0" stroke="#000" stroke-width="10" paint-order="stroke"/>',
  ),
  'a drawing of one unit': svg(
    '0 0 1 1',
    '<rect x=".1" y=".1" width=".8" height=".8" fill="#005eb8"/><circle cx=".5" cy=".5" r=".3" stroke="#fff" stroke-width=".03" fill="none"/>',
  ),
};

/** What becomes pixels, because PDF would show something else. */
export const notDrawable: Readonly<Record<string, string>> = {
  mask: svg(
    '0 0 200 200',
    '<defs><mask id="m"><rect width="200" height="200" fill="#fff"/><circle cx="100" cy="100" r="50"/></mask></defs><rect width="200" height="200" fill="#005eb8" mask="url(#m)"/>',
  ),
  filter: svg(
    '0 0 200 200',
    '<defs><filter id="f"><feGaussianBlur stdDeviation="5"/></filter></defs><rect x="50" y="50" width="100" height="100" fill="#005eb8" filter="url(#f)"/>',
  ),
  pattern: svg(
    '0 0 200 200',
    '<defs><pattern id="p" width="20" height="20" patternUnits="userSpaceOnUse"><circle cx="10" cy="10" r="6"/></pattern></defs><rect width="200" height="200" fill="url(#p)"/>',
  ),
  'a gradient that fades away': svg(
    '0 0 200 200',
    '<defs><linearGradient id="a"><stop stop-color="#d4351c"/><stop offset="1" stop-color="#d4351c" stop-opacity="0"/></linearGradient></defs><rect width="200" height="200" fill="url(#a)"/>',
  ),
  'a picture inside': svg(
    '0 0 200 200',
    '<image width="100" height="100" href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="/>',
  ),
  'colours that are multiplied': svg(
    '0 0 200 200',
    '<rect width="200" height="200" fill="#fd0"/><circle style="mix-blend-mode:multiply" cx="100" cy="100" r="50" fill="#00f"/>',
  ),
  'a clip path of several parts': svg(
    '0 0 200 200',
    '<clipPath id="c"><circle cx="80" cy="100" r="50"/><circle cx="120" cy="100" r="50"/></clipPath><rect width="200" height="200" fill="#005eb8" clip-path="url(#c)"/>',
  ),
};

const again = (count: number): string =>
  Array.from({ length: count }, (_, level) => {
    const uses = `<use href="#u${level}"/>`.repeat(10);
    return `<g id="u${level + 1}">${uses}</g>`;
  }).join('');

/** What cannot be drawn, or not in reasonable time. */
export const hopeless: Readonly<Record<string, string>> = {
  'not whole': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><g><rect',
  'nothing at all': '',
  'ten groups that each use the one before ten times': svg(
    '0 0 9 9',
    `<rect id="u0" width="1" height="1"/>${again(10)}`,
  ),
  'a circle of uses': svg(
    '0 0 20 20',
    '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g><rect width="9" height="9"/>',
  ),
  'entities that grow': `<!DOCTYPE svg [<!ENTITY a "ha">${[...'bcdefghij']
    .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghij'[index]};`.repeat(10)}">`)
    .join('')}]>${svg('0 0 9 9', '<text>&j;</text>')}`,
  'a drawing inside that names a file': svg(
    '0 0 9 9',
    `<image width="9" height="9" href="data:image/svg+xml;base64,${Buffer.from(svg('0 0 9 9', '<image width="9" height="9" href="/etc/hostname"/>')).toString('base64')}"/>`,
  ),
};

/** Odd, but drawn. */
export const odd: Readonly<Record<string, string>> = {
  'no size': '<svg xmlns="http://www.w3.org/2000/svg"><rect width="40" height="40"/></svg>',
  'no area': svg('0 0 0 10', '<rect width="40" height="40"/>'),
  'a huge view': svg('0 0 1e9 1e9', '<rect width="5e8" height="5e8"/>'),
  'far wider than high': svg('0 0 100000 1', '<rect width="40" height="40"/>'),
  'a program': svg('0 0 20 20', '<script>alert(1)</script><rect width="4" height="4"/>'),
  '20,000 paths': svg('0 0 100 100', '<path d="M1 2L3 4A5 5 0 0 1 7 8Z"/>'.repeat(20_000)),
  '400 groups, one inside the other': svg(
    '0 0 20 20',
    `${'<g opacity=".99">'.repeat(400)}<rect width="4" height="4"/>${'</g>'.repeat(400)}`,
  ),
};
