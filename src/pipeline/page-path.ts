/** Where the page of a report stands in the folder of the outputs, as part of an address. */
export function pagePath(report: string, profile: string): string {
  const name = encodeURIComponent(report);
  return `${name}/${name}.${profile}.html`;
}
