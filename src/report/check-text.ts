import type { CheckReport } from '../kernel/check-report.ts';
import type { Severity } from '../kernel/finding.ts';
import { outputPlaceText } from './output-place.ts';
import { againText, type Group, groupsOf, placeText, things, verdictOf } from './summary.ts';

const names: Readonly<Record<Severity, string>> = {
  error: 'Mend this',
  warning: 'Better',
  person: 'A person must look',
};

/** Places of one rule that a terminal shows. */
const most = 5;

/** The check for a terminal: the outcome, what to do first, then each rule once with its places, the proof and the judges. */
export function checkText(report: CheckReport): string[] {
  const groups = groupsOf(report);
  const lines: string[] = [verdictOf(report).text, ...first(report, groups), ''];
  for (const { path, failure } of report.subjects) {
    if (failure) lines.push(`Not made: ${path}`, `  ${failure.message}`, '');
  }
  for (const group of groups) lines.push(...groupText(group), '');
  lines.push(...proofText(report), ...judgeText(report));
  if (report.mended !== undefined && report.mended > 0) {
    lines.push(
      `${things(report.mended, 'finding')} of the baseline ${report.mended === 1 ? 'is' : 'are'} mended. Run it again with --write-baseline.`,
    );
  }
  lines.push(...nextSteps(report, groups));
  return lines.map((line) => line.replace(control, '\ufffd'));
}

// What a source holds must not steer the terminal.
const control = /\p{Cc}/gu;

function first({ subjects }: CheckReport, groups: readonly Group[]): string[] {
  const unmade = subjects.find((subject) => subject.failure !== undefined);
  if (unmade) return [`Start with ${unmade.path}: ${unmade.failure!.message}`];
  const group = groups.find(({ failing }) => failing > 0);
  const place = group?.places.find(({ finding }) => finding.known === undefined);
  if (place === undefined) return [];
  return [
    `Start here: ${placeText(place)}`,
    `  ${brief(place.finding.message)}`,
    `  ${brief(place.finding.fix)}`,
  ];
}

/** Letters of a message in the first and last lines; all of it stands in the list. */
const longest = 240;

/** Other programs add places in their own terms, which only help who knows them. */
function brief(text: string): string {
  return text.length > longest ? `${text.slice(0, longest).replace(/\s+\S*$/, '')} …` : text;
}

/** The end of the log is what people see first of a failed build. */
function nextSteps(report: CheckReport, groups: readonly Group[]): string[] {
  const [worst] = groups;
  const group = groups.find(({ failing }) => failing > 0);
  const place = group?.places.find(({ finding }) => finding.known === undefined);
  if (group === undefined || place === undefined) {
    return worst === undefined
      ? []
      : ['', `Why it matters and how to mend it: npx allformats explain ${worst.rule}`];
  }
  const more = groups.reduce((sum, { failing }) => sum + failing, 0) - 1;
  return [
    '',
    verdictOf(report).text,
    'What to do now',
    `  1. Look at ${placeText(place)}. ${brief(place.finding.message)}`,
    `  2. Mend it: ${brief(place.finding.fix)}`,
    `  3. Why, with examples: npx allformats explain ${group.rule}`,
    `  4. Check again: npx allformats check${more > 0 ? `. There ${more === 1 ? 'is 1 more place' : `are ${more} more places`} to mend: see above.` : ''}`,
  ];
}

function groupText({ rule, title, severity, places }: Group): string[] {
  const lines = [`${names[severity]}: ${title} (${things(places.length, 'place')})  [${rule}]`];
  const fixes = new Set(places.map(({ finding }) => finding.fix));
  const shared = fixes.size === 1 ? [...fixes][0] : undefined;
  if (shared !== undefined) lines.push(`  ${shared}`);
  for (const place of places.slice(0, most)) {
    const { message, fix, known } = place.finding;
    lines.push(`  ${placeText(place)}${known ? '  (in the baseline)' : ''}`, `    ${message}`);
    const { outputAt } = place.finding;
    if (outputAt) lines.push(`    In ${place.subject.path}: ${outputPlaceText(outputAt)}`);
    if (shared === undefined) lines.push(`    ${fix}`);
  }
  if (places.length > most) lines.push(`  … and ${things(places.length - most, 'more place')}`);
  return lines;
}

function proofText({ proofs }: CheckReport): string[] {
  if (proofs.length === 0) return [];
  const totals = new Map<string, { total: number; found: number }>();
  for (const { what, total, found } of proofs.flatMap(({ counts }) => counts)) {
    const sum = totals.get(what) ?? { total: 0, found: 0 };
    totals.set(what, { total: sum.total + total, found: sum.found + found });
  }
  const told = [...totals].map(([what, { total, found }]) => `${found} of ${total} ${what}`);
  const changes = proofs.reduce((sum, { declaredChanges }) => sum + declaredChanges, 0);
  return [
    `Proof: ${things(proofs.length, 'output')} read back and compared with the source, in order:`,
    `  ${told.join(', ')}; ${things(changes, 'declared change')}.`,
  ];
}

function judgeText({ judges, subjects }: CheckReport): string[] {
  return judges.map(({ judge, paths, notChecked, ...read }) => {
    if (notChecked !== undefined) return `${judge}: not checked. ${notChecked}`;
    const family = judge.split(/[ -]/)[0]!.toLowerCase();
    const found = subjects
      .filter(({ path }) => paths.includes(path))
      .flatMap(({ findings }) => findings.filter(({ rule }) => rule.startsWith(`${family}/`)));
    return `${judge}: ${things(paths.length, 'file')}, ${againText(read)}${found.length === 0 ? 'nothing found' : things(found.length, 'finding')}.`;
  });
}
