/** An SVG drawing as an address that a page may show: smaller than base64. RFC 2397, RFC 3986. */
export function svgUri(svg: string): string {
  const complete = svg.includes('xmlns=')
    ? svg
    : svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
  const folded = complete.replace(/\s+/g, ' ').replace(/"/g, "'");
  const readable = encodeURIComponent(folded).replace(/%(?:2C|2F|3A|3B|3D)/g, decodeURIComponent);
  // The serialiser would write an apostrophe as six characters.
  return `data:image/svg+xml,${readable.replaceAll("'", '%27')}`;
}
