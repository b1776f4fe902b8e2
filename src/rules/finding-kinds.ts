import type { FindingKind } from './finding-kind.ts';
import { audioKinds, spokenScriptKinds } from './kinds/audio-kinds.ts';
import { bookKinds } from './kinds/book-kinds.ts';
import { brailleKinds } from './kinds/braille-kinds.ts';
import { clearKinds } from './kinds/clear-kinds.ts';
import { fileKinds } from './kinds/file-kinds.ts';
import { heardKinds } from './kinds/heard-kinds.ts';
import { linkKinds } from './kinds/link-kinds.ts';
import { packKinds } from './kinds/pack-kinds.ts';
import { judgeKinds, pageKinds, printKinds, statementKinds } from './kinds/page-kinds.ts';
import { proofKinds } from './kinds/proof-kinds.ts';
import { sourceKinds } from './kinds/source-kinds.ts';
import { translationKinds } from './kinds/translation-kinds.ts';
import { wordKinds } from './kinds/word-kinds.ts';

/** Everything that a report can show beside the rules for reports. A new finding needs its row here, and gets its page from it. */
export const findingKinds: readonly FindingKind[] = [
  ...sourceKinds,
  ...proofKinds,
  ...printKinds,
  ...bookKinds,
  ...pageKinds,
  ...fileKinds,
  ...linkKinds,
  ...clearKinds,
  ...packKinds,
  ...heardKinds,
  ...statementKinds,
  ...brailleKinds,
  ...wordKinds,
  ...audioKinds,
  ...translationKinds,
  ...spokenScriptKinds,
  ...judgeKinds,
];

const byId = new Map(findingKinds.map((kind) => [kind.id, kind]));

/** The kind of a finding: its own, or that of its family. */
export function kindOf(rule: string): FindingKind | undefined {
  return byId.get(rule) ?? byId.get(`${rule.split('/')[0]}/*`);
}
