import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page with a body, as many teams write theirs. */
export function pageOf(body: string, title = 'Parks', head = ''): string {
  return `<!doctype html>\n<html lang="en-GB">\n<head><meta charset="utf-8"><title>${title}</title>${head}</head>\n<body>\n${body}\n</body>\n</html>\n`;
}

/** Writes pages into a folder: their paths by name. */
export function writePages(folder: string, pages: Readonly<Record<string, string>>): Map<string, string> {
  mkdirSync(folder, { recursive: true });
  return new Map(
    Object.entries(pages).map(([name, text]) => {
      const path = join(folder, `${name.replaceAll(/[^\w-]+/g, '-')}.html`);
      writeFileSync(path, text);
      return [name, path] as const;
    }),
  );
}
