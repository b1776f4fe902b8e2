import { markAbbreviations } from '../document/abbreviations.ts';
import { furnitureOf, isForeign } from '../document/furniture/furniture-of.ts';
import { fold, textOf } from '../document/text.ts';
import type { Block, Document, Inline } from '../document/tree.ts';
import { Failure } from '../kernel/failure.ts';
import type { Finding, Position } from '../kernel/finding.ts';
import { checkUnit } from './check-unit.ts';
import { type Match, matchUnits } from './match-units.ts';
import { inlinesOf, wordsOfTokens } from './tokens.ts';
import type { Translation } from './translation.ts';
import { abbreviationsIn, type Unit, unitsOf, walkUnits } from './units.ts';

export interface Translated {
  readonly document: Document;
  readonly findings: readonly Finding[];
}

/**
 * The report in another language: its tree with the words of the translation. What is missing stays in the language of the
 * report, marked, under a notice, unless the report blocks that.
 * @throws Failure `translation-invalid` for a translation of another report, `translation-incomplete`
 */
export function translateDocument(document: Document, translation: Translation): Translated {
  const { file, to } = translation;
  const from = document.meta.language;
  const units = unitsOf(document);
  const matches = matchUnits(units, [translation]);
  refuseOther(document, translation, [...matches.values()]);
  const findings: Finding[] = translation.doubled.map(({ id, at }) => ({
    rule: 'translation/doubled',
    severity: 'error',
    message: `The unit ${id} stands in the file twice. The first one is used.`,
    fix: 'Delete one of the two.',
    at,
  }));
  const keep = document.meta.translations?.keep ?? [];
  const told = new Map<string, readonly Inline[] | undefined>();
  for (const unit of units)
    told.set(unit.id, toldOf(unit, matches.get(unit)!, { file, from, to, keep }, findings));
  const lost = units.filter((unit) => told.get(unit.id) === undefined);
  if (lost.length > 0 && document.meta.translations?.missing === 'block') {
    const [first] = findings.filter(({ rule }) => isAboutLoss(rule));
    throw new Failure(
      'translation-incomplete',
      `${file}: ${lost.length} of ${units.length} texts are not translated, have changed since, or have broken codes.${first ? ` The first one, line ${first.at?.line ?? 1}: ${first.message}` : ''}`,
    );
  }
  const walked = walkUnits(document, {
    language: from,
    inline: (unit) => told.get(unit.id),
    plain: (unit) => {
      const nodes = told.get(unit.id);
      return nodes && fold(textOf(nodes));
    },
  });
  return { document: finish(walked, to, lost), findings };
}

/** Reports of one body share names and headings, so a few texts that are the same do not make a translation of this one. */
function refuseOther({ source }: Document, { file, original }: Translation, matches: readonly Match[]): void {
  const same = matches.filter(({ state, entry }) => state !== 'stale' && entry !== undefined).length;
  const hasOtherName = original !== undefined && source !== undefined && original !== source.name;
  if (matches.length === 0 || same >= matches.length * (hasOtherName ? 0.5 : 0.05)) return;
  const name = hasOtherName ? ` (${original})` : '';
  throw new Failure(
    'translation-invalid',
    `${file} is the translation of another report${name}: it has ${same} of the ${matches.length} texts of this one.`,
  );
}

interface Setting {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly keep: readonly string[];
}

function isAboutLoss(rule: string): boolean {
  return rule === 'translation/missing' || rule === 'translation/stale' || rule === 'translation/codes';
}

/** The nodes of a unit's translation; a finding where there is none. */
function toldOf(
  unit: Unit,
  match: Match,
  setting: Setting,
  findings: Finding[],
): readonly Inline[] | undefined {
  const { entry } = match;
  const at: Position = entry?.at ?? { file: setting.file, line: 1, column: 1 };
  const start = shorten(wordsOfTokens(unit.source.tokens));
  const tell = (name: string, message: string, fix: string): undefined => {
    findings.push({ rule: name, severity: 'error', message, fix, at });
    return undefined;
  };
  const shown = `Readers get it in the language "${setting.from}".`;
  if (match.state === 'missing')
    return tell(
      'translation/missing',
      `"${start}" is not translated (unit ${unit.id}). ${shown}`,
      'Translate it, or export the changed units again.',
    );
  if (match.state === 'stale')
    return tell(
      'translation/stale',
      `"${start}" has changed since it was translated (unit ${unit.id}). ${shown}`,
      'Export the changed units again and translate them.',
    );
  const { target } = match.entry;
  const nodes = inlinesOf(target, unit.source);
  if (typeof nodes === 'string')
    return tell(
      'translation/codes',
      `The codes in "${start}" are not those of the source (unit ${unit.id}). ${nodes} ${shown}`,
      'Put each code of the source once into the translation.',
    );
  findings.push(...checkUnit(unit, target, setting, at));
  return nodes;
}

function shorten(text: string): string {
  const folded = [...fold(text)];
  return folded.length <= 60 ? folded.join('') : `${folded.slice(0, 57).join('')}…`;
}

function finish(walked: Document, to: string, lost: readonly Unit[]): Document {
  const { easyReadCheck: _, ...meta } = walked.meta;
  const lists = walked.easyRead?.children ?? [];
  const abbreviations = abbreviationsIn([...walked.children, ...lists]);
  const notice = (inLayer: boolean): Block[] =>
    lost.some(({ id }) => id.startsWith('easy-read') === inLayer) ? [noticeIn(to)] : [];
  const { source: _file, easyRead, ...rest } = walked;
  return markAbbreviations({
    ...rest,
    meta: { ...meta, language: to },
    children: [...notice(false), ...walked.children],
    abbreviations,
    ...(easyRead && { easyRead: layerOf(easyRead, notice(true)) }),
  });
}

/** Nobody has checked the translated layer with its readers: what was recorded is about the report's own words. */
function layerOf(
  { claim: _claim, lock: _lock, ...layer }: NonNullable<Document['easyRead']>,
  notice: readonly Block[],
) {
  const move = notice.length;
  return {
    ...layer,
    children: [...notice, ...layer.children],
    parts: layer.parts.map((part) => ({ ...part, start: part.start + move, end: part.end + move })),
  };
}

function noticeIn(to: string): Block {
  const words = furnitureOf(to);
  const text: Inline = { type: 'text', value: words.translation.missing };
  const children: Inline[] = !isForeign(words, to)
    ? [text]
    : [{ type: 'languageSpan', lang: words.language, children: [text] }];
  return { type: 'box', kind: 'note', children: [{ type: 'paragraph', children }] };
}
