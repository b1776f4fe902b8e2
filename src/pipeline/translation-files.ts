import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Document } from '../document/tree.ts';
import { Failure } from '../kernel/failure.ts';
import { matchUnits } from '../translation/match-units.ts';
import { inlinesOf } from '../translation/tokens.ts';
import type { Translation } from '../translation/translation.ts';
import { unitsOf } from '../translation/units.ts';
import { writeTbx } from '../translation/write-glossary.ts';
import { plainLine, writePo } from '../translation/write-po.ts';
import { writeTmx } from '../translation/write-tmx.ts';
import { type Exported, type ExportHead, writeXliff } from '../translation/write-xliff.ts';
import type { Report } from './find-reports.ts';
import { type Project, projectPath } from './project.ts';
import { readReport, readTranslation } from './read-report.ts';
import { writeWhole } from './write-file.ts';

export const translationFormats = ['xliff', 'po', 'tbx', 'tmx'] as const;
export type TranslationFormat = (typeof translationFormats)[number];

export interface TranslationFile {
  /** Relative to the project's root. */
  readonly file: string;
  readonly units: number;
  readonly translated: number;
  /** Not in the file, as they are translated already. */
  readonly left: number;
}

/** `sources/report.cy.xlf`: from it `convert` makes the report in Welsh. */
function translationPath(report: string, language: string, ending = 'xlf'): string {
  const stem = basename(report, extname(report));
  return join(dirname(report), `${stem}.${language}.${ending}`);
}

/**
 * Writes the texts of a report for translators beside it. What is translated already goes along; with `changed` only the others.
 * @throws Failure `usage`, `translation-invalid`
 */
export function exportTranslation(
  project: Project,
  report: Report,
  to: string,
  format: TranslationFormat,
  changed: boolean,
): TranslationFile {
  const own = translationPath(report.path, to);
  const known = existsSync(own) ? [readTranslation(project.root, own)] : [];
  const { document, head, units } = exported(project, report, to, known);
  const wanted = changed ? units.filter(({ target }) => target === undefined) : units;
  const ending = `${changed ? 'changed.' : ''}${format === 'xliff' ? 'xlf' : format}`;
  const path = translationPath(report.path, to, ending);
  // XLIFF has no files without units.
  if (wanted.length === 0) return told(project, path, wanted, units.length);
  writeWhole(path, textOf(format, head, document, wanted));
  return told(project, path, wanted, units.length - wanted.length);
}

/**
 * Puts what translators sent back into the file beside the report, over what was there; the rest of that file stays.
 * @throws Failure `usage`, `translation-invalid`
 */
export function importTranslation(project: Project, report: Report, returned: string): TranslationFile {
  const fresh = readTranslation(project.root, returned);
  const own = translationPath(report.path, fresh.to);
  const known = existsSync(own) ? [readTranslation(project.root, own)] : [];
  const { head, units, document } = exported(project, report, fresh.to, [fresh, ...known]);
  const sources = new Set(units.map(({ unit }) => plainLine(unit.source.tokens)));
  if (!fresh.entries.some((entry) => sources.has(plainLine(entry.source))))
    throw new Failure(
      'translation-invalid',
      `${fresh.file} has no text of ${projectPath(project.root, report.path)}: it belongs to another report.`,
    );
  writeWhole(own, textOf('xliff', head, document, units));
  return told(project, own, units, 0);
}

function exported(project: Project, report: Report, to: string, known: readonly Translation[]) {
  const { translation: _, ...original } = report;
  const { document } = readReport(project.root, original);
  if (to.toLowerCase() === document.meta.language.toLowerCase())
    throw new Failure('usage', `The report is in the language "${to}" already.`);
  const matches = matchUnits(unitsOf(document), known);
  const units = [...matches].map(([unit, match]): Exported => {
    if (match.state === 'missing') return { unit };
    const { source, target } = match.entry;
    if (match.state === 'stale')
      return { unit, before: { source: plainLine(source), target: plainLine(target ?? []) } };
    // Codes that are broken cannot be written: the text goes out again.
    if (typeof inlinesOf(match.entry.target, unit.source) !== 'string')
      return { unit, target: match.entry.target };
    return { unit, before: { source: plainLine(source), target: plainLine(match.entry.target) } };
  });
  const head: ExportHead = {
    original: basename(report.path),
    from: document.meta.language,
    to,
    keep: document.meta.translations?.keep ?? [],
  };
  return { document, head, units };
}

function textOf(
  format: TranslationFormat,
  head: ExportHead,
  document: Document,
  units: readonly Exported[],
): string {
  switch (format) {
    case 'xliff':
      return writeXliff(head, units);
    case 'po':
      return writePo(head, units);
    case 'tbx':
      return writeTbx(head, document, units);
    case 'tmx':
      return writeTmx(head, units);
    default:
      return format satisfies never;
  }
}

function told(project: Project, path: string, units: readonly Exported[], left: number): TranslationFile {
  const translated = units.filter(({ target }) => target !== undefined).length;
  return { file: projectPath(project.root, path), units: units.length, translated, left };
}
