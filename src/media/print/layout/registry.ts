import { easyReadRules } from './easy-read-rules.ts';
import { editionRules } from './edition-rules.ts';
import type { LayoutRule } from './layout-rule.ts';
import { letterRules } from './letter-rules.ts';
import { lineRules } from './line-rules.ts';
import { pageRules } from './page-rules.ts';

/** Every rule that measures a finished printed edition. */
export const layoutRules: readonly LayoutRule[] = [
  ...letterRules,
  ...lineRules,
  ...pageRules,
  ...editionRules,
  ...easyReadRules,
];
