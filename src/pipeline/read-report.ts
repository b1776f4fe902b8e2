import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import type { Document } from '../document/tree.ts';
import { Failure } from '../kernel/failure.ts';
import type { Finding } from '../kernel/finding.ts';
import { checkDocument } from '../rules/check-document.ts';
import { readSource } from '../source/read-source.ts';
import { readXliff } from '../translation/read-xliff.ts';
import { translateDocument } from '../translation/translate-document.ts';
import { maxTranslationBytes, type Translation } from '../translation/translation.ts';
import type { Report } from './find-reports.ts';
import { assetLoader } from './load-asset.ts';
import { loadPicturePack } from './load-picture-pack.ts';
import { projectPath } from './project.ts';

export interface ReportReading {
  readonly document: Document;
  readonly findings: readonly Finding[];
  /** SHA-256 of each file that was looked at, by absolute path; null where there was none. */
  readonly files: Readonly<Record<string, string | null>>;
}

/** Reads a report with its Easy Read layer and pictures, and applies the rules for sources. @throws Failure */
export function readReport(root: string, report: Report): ReportReading {
  const seen = new Set<string>();
  const bytes = readBytes(report.path, root);
  const easyBytes = report.easyRead === undefined ? undefined : readBytes(report.easyRead, root);
  const lockPath = easyReadLockPath(report.path);
  const lockBytes = existsSync(lockPath) ? readBytes(lockPath, root) : undefined;
  const { document, findings } = readSource({
    report: { file: projectPath(root, report.path), bytes },
    ...(report.easyRead &&
      easyBytes && { easyRead: { file: projectPath(root, report.easyRead), bytes: easyBytes } }),
    ...(lockBytes && { easyReadLock: { file: projectPath(root, lockPath), bytes: lockBytes } }),
    loadAsset: assetLoader(root, report.path, seen),
  });
  const pack = loadPicturePack(root, document, seen);
  const files: Record<string, string | null> = { [report.path]: sha256(bytes) };
  if (report.easyRead && easyBytes) files[report.easyRead] = sha256(easyBytes);
  files[lockPath] = lockBytes ? sha256(lockBytes) : null;
  for (const path of seen) files[path] = hashOfFile(path);
  const whole = pack.pictures.size > 0 ? { ...document, pictures: pack.pictures } : document;
  if (report.translation === undefined)
    return { document: whole, findings: [...findings, ...pack.findings, ...checkDocument(document)], files };
  // What is found in the report itself is told with the report.
  files[report.translation.path] = hashOfFile(report.translation.path);
  return { ...translateDocument(whole, readTranslation(root, report.translation.path)), files };
}

/** @throws Failure `translation-invalid`, `file-missing`, `file-too-large` */
export function readTranslation(root: string, path: string): Translation {
  const file = projectPath(root, path);
  // Not read at all: a file may be larger than memory.
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > maxTranslationBytes)
    throw new Failure('file-too-large', `${file} is larger than 20 MB.`);
  return readXliff({ file, bytes: readBytes(path, root) });
}

/** The file that `allformats easy-read` writes beside a report. */
export function easyReadLockPath(report: string): string {
  return `${report.slice(0, report.length - extname(report).length)}.easy.lock.yaml`;
}

function readBytes(path: string, root: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new Failure('file-missing', `${projectPath(root, path)} cannot be read.`);
  }
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** SHA-256 of a file, or null where it cannot be read or never ends, like a device. */
export function hashOfFile(path: string): string | null {
  try {
    return statSync(path).isFile() ? sha256(readFileSync(path)) : null;
  } catch {
    return null;
  }
}
