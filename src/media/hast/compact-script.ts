/** A script without indents, empty lines and remarks: pages carry it. */
export function compactScript(script: string): string {
  const kept = script.split('\n').map((line) => line.trim());
  return `\n${kept.filter((line) => line !== '' && !line.startsWith('//')).join('\n')}\n`;
}
