/** What people call a type of file. */
const typeNames: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'text/html': 'web page',
  'text/plain': 'plain text',
  'application/epub+zip': 'EPUB e-book',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word document',
  'application/zip': 'ZIP folder',
  'audio/mpeg': 'MP3 sound',
  'audio/wav': 'WAV sound',
  'message/rfc822': 'email',
  'application/x-brf': 'braille file',
  'text/x-brf': 'braille file',
};

export interface FileFacts {
  readonly href: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly pages?: number | undefined;
}

/** Type, size and pages for behind a link, such as `PDF, 240 KB, 61 pages`. */
export function fileDetails({ href, mediaType, bytes, pages }: FileFacts): string {
  const type =
    typeNames[mediaType.split(';')[0]!.trim()] ??
    /\.([a-z0-9]{1,5})$/i.exec(href)?.[1]?.toUpperCase() ??
    'file';
  const parts = [type, fileSize(bytes)];
  if (pages !== undefined) parts.push(pages === 1 ? '1 page' : `${thousands(pages)} pages`);
  return parts.join(', ');
}

/** Size in units of 1,000 bytes, never less than 1 KB: `240 KB`, `1.2 MB`. */
export function fileSize(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000));
  return kilobytes < 1000 ? `${kilobytes} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** A whole number with commas, the same in every locale: `14,828`. */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
