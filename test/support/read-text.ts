import { easyReadParts } from '../../src/document/easy-read-parts.ts';
import type { Asset } from '../../src/document/tree.ts';
import { readSource, type SourceReading } from '../../src/source/read-source.ts';

/** Details that are complete, so that a test can care about the body alone. */
export const details = `---
title: Bins and parks
organisation: Anytown Council
language: en-GB
date: 2024-05
version: "1.0"
contact:
  email: bins@example.org
signOff:
  - role: Parks committee
---

`;

/** How many lines the details take: a body's first line is the next one. */
export const detailLines = details.split('\n').length - 1;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Reads a whole file, with an Easy Read file beside it if given. Pictures named `ok.svg` exist, others do not. */
export function readText(text: string | Uint8Array, easyRead?: string, record?: string): SourceReading {
  return readSource({
    ...(record !== undefined && {
      easyReadLock: { file: 'sources/report.easy.lock.yaml', bytes: bytes(record) },
    }),
    report: { file: 'sources/report.md', bytes: typeof text === 'string' ? bytes(text) : text },
    ...(easyRead !== undefined && { easyRead: { file: 'sources/report.easy.md', bytes: bytes(easyRead) } }),
    loadAsset: (src): Asset | { problem: string; fix: string } =>
      src === 'ok.svg'
        ? { src, mediaType: 'image/svg+xml', bytes: bytes('<svg xmlns="http://www.w3.org/2000/svg"/>') }
        : { problem: `There is no picture ${src}.`, fix: 'Put it there.' },
  });
}

/** Reads a body under complete details. */
export function readBody(body: string, easyRead?: string): SourceReading {
  return readText(details + body, easyRead);
}

/** The record of a check in which the people whom the report names saw the layer as it is, compared with the report as it is. */
export function recordOf(text: string, easyRead?: string): string {
  const { document } = readText(text, easyRead);
  const { checkedBy = '', checkedOn = '' } = document.easyRead?.claim ?? {};
  const parts = easyReadParts(document).map(
    ({ key, report, words }) =>
      `  ${JSON.stringify(key)}: {${report && ` report: ${report},`} words: ${words} }`,
  );
  const checked = checkedBy && `checked: { by: ${JSON.stringify(checkedBy)}, on: ${checkedOn} }\n`;
  return `${checked}parts:\n${parts.join('\n')}\n`;
}
