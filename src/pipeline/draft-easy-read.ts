import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Document } from '../document/tree.ts';
import { chosenSentences, type DraftLayer, draftLayer } from '../drafting/draft-layer.ts';
import { sidecarOf } from '../drafting/sidecar.ts';
import { type ToDo, toDoOf } from '../drafting/to-do.ts';
import { toDoMarkdown } from '../drafting/to-do-markdown.ts';
import { toDoPage } from '../drafting/to-do-page.ts';
import { Failure } from '../kernel/failure.ts';
import { readSource } from '../source/read-source.ts';
import { isGuarded } from '../wording/check-facts.ts';
import { type GateLimits, usualLimits } from '../wording/gates.ts';
import { loadTagger } from '../wording/passive.ts';
import { easyReadRecord } from './easy-read-record.ts';
import type { Report } from './find-reports.ts';
import { listPictures } from './list-pictures.ts';
import { assetLoader } from './load-asset.ts';
import { type Project, projectPath } from './project.ts';
import { readReport } from './read-report.ts';
import { simplify } from './simplifier.ts';
import { writeWhole } from './write-file.ts';

export interface EasyReadDraft {
  /** Where the draft is, absolute; undefined where only a list was asked for. */
  readonly file?: string;
  /** Whether it stands beside the report, as its Easy Read version. */
  readonly isBeside: boolean;
  readonly layer?: DraftLayer;
  /** The to-do list as page, Markdown and JSON, absolute. */
  readonly lists: readonly string[];
  readonly toDo: ToDo;
  /** Why the team's simplifier gave nothing. */
  readonly simplifierFailed?: Failure;
}

export interface DraftOptions {
  /** Only the list of what is open in the version that is there. */
  readonly listOnly: boolean;
  /** A team's own program for sentences: see docs/easy-read.md. */
  readonly simplifier?: string;
}

/**
 * Writes a first Easy Read version beside the report, or among the outputs where there is one already, and the list of what
 * is open. Never changes what a person wrote. @throws Failure `language-unknown`, `layer-missing`, `write-failed`
 */
export async function draftEasyRead(
  project: Project,
  report: Report,
  options: DraftOptions,
): Promise<EasyReadDraft> {
  const { document } = readReport(project.root, report);
  const name = projectPath(project.root, report.path);
  if (!isGuarded(document)) {
    throw new Failure(
      'language-unknown',
      `Drafting knows English alone, and ${name} is in "${document.meta.language}".`,
    );
  }
  const [concepts, tag] = await Promise.all([listPictures(project.root), loadTagger()]);
  const tools = { limits: limitsOf(project), concepts, tag };
  const folder = join(project.outputs, report.id);
  if (options.listOnly) {
    if (document.easyRead === undefined)
      throw new Failure('layer-missing', `${name} has no Easy Read layer.`);
    const toDo = toDoOf(document, tools);
    return { isBeside: true, lists: writeLists(folder, report.id, 'easy-read-to-do', toDo), toDo };
  }
  const asked =
    options.simplifier === undefined
      ? undefined
      : await simplify(options.simplifier, chosenSentences(document), document.meta.language);
  const failed = asked instanceof Failure ? asked : undefined;
  const layer = draftLayer(document, concepts, asked instanceof Failure ? undefined : asked);
  const text = withRecords(project, report, sidecarOf(layer));
  const beside = `${report.path.slice(0, report.path.length - extname(report.path).length)}.easy.md`;
  const file = report.hasEasyRead ? join(folder, `${report.id}.easy-read-draft.md`) : beside;
  writeWhole(file, text);
  const drafted = reread(project, report, text);
  const toDo = toDoOf(drafted, tools);
  const lists = writeLists(folder, report.id, 'easy-read-draft-to-do', toDo, layer);
  return {
    file,
    isBeside: !report.hasEasyRead,
    layer,
    lists,
    toDo,
    ...(failed && { simplifierFailed: failed }),
  };
}

/** The gates as the profile for Easy Read sets them: the one of that name, else the first that has any. */
function limitsOf({ profiles }: Project): GateLimits {
  const own =
    profiles.find(({ id }) => id === 'easy-read')?.gates ?? profiles.find(({ gates }) => gates)?.gates;
  return {
    wordsWarn: own?.wordsWarn ?? usualLimits.wordsWarn,
    wordsError: own?.wordsError ?? usualLimits.wordsError,
    zipf: own?.zipf ?? usualLimits.zipf,
  };
}

/** The draft with the records of facts that it needs, each with its reason still to be given. */
function withRecords(project: Project, report: Report, text: string): string {
  const record = easyReadRecord(reread(project, report, text));
  return record === '' ? text : `${text}\n${record}`;
}

function reread(project: Project, report: Report, text: string): Document {
  return readSource({
    report: { file: projectPath(project.root, report.path), bytes: withoutLayer(readFileSync(report.path)) },
    easyRead: { file: `${basename(report.id)}.easy-read-draft.md`, bytes: new TextEncoder().encode(text) },
    loadAsset: assetLoader(project.root, report.path, new Set()),
  }).document;
}

/** A layer inside the report is no part of what the draft is compared with. */
function withoutLayer(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  if (!text.includes(':::easy-read')) return bytes;
  return new TextEncoder().encode(
    text.replace(/^:::(?:easy-read|left-out|facts)\b[\s\S]*?^:::[ \t]*$/gm, ''),
  );
}

function writeLists(folder: string, id: string, kind: string, toDo: ToDo, layer?: DraftLayer): string[] {
  const contents = {
    html: toDoPage(toDo),
    md: toDoMarkdown(toDo),
    json: `${JSON.stringify({ ...toDo, ...(layer && { draft: layer }) }, null, 2)}\n`,
  };
  return Object.entries(contents).map(([ending, content]) => {
    const path = join(folder, `${id}.${kind}.${ending}`);
    writeWhole(path, content);
    return path;
  });
}
