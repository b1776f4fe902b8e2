import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The files of an e-book as text, by their paths in it, in their order; pictures and fonts as one letter a byte. */
export function bookTexts(bytes: Uint8Array): Map<string, string> {
  return new Map(
    Object.entries(unzipSync(bytes)).map(([path, file]) => [path, strFromU8(file, !isText(path))]),
  );
}

function isText(path: string): boolean {
  return /\.(?:x?html|opf|css|svg|txt|xml)$|^mimetype$/.test(path);
}

/** The e-book with some files replaced; undefined takes a file away. */
export function withFiles(
  bytes: Uint8Array,
  changes: Readonly<Record<string, string | undefined>>,
): Uint8Array {
  const files: Record<string, Uint8Array> = unzipSync(bytes);
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) delete files[path];
    else files[path] = strToU8(text);
  }
  return zipSync(files, { level: 0 });
}
