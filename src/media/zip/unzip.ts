import { type Entry, fromBuffer, type ZipFile } from 'yauzl';

/** Far more than any report: a file that unpacks to more is a trap. */
const mostBytes = 2_000_000_000;

/** The files of a ZIP archive by their paths, in their order. @throws Error where it is none, or a trap */
export async function unzip(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, autoClose: false }, (error, file) =>
      error ? reject(error) : resolve(file),
    );
  });
  const entries = await new Promise<readonly Entry[]>((resolve, reject) => {
    const all: Entry[] = [];
    zip.on('error', reject).on('end', () => resolve(all));
    zip.on('entry', (entry: Entry) => {
      all.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
  if (entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > mostBytes)
    throw new Error('it is too large');
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (files.has(entry.fileName)) throw new Error(`it has two files ${entry.fileName}`);
    files.set(entry.fileName, await contentOf(zip, entry));
  }
  return files;
}

function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(error);
        return;
      }
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => resolve(Buffer.concat(parts)));
      stream.on('error', reject);
    });
  });
}
