/**
 * What axe-core is asked beside its usual rules: those it calls experimental, and the size of targets (WCAG 2.2). `hidden-content` only says that something is hidden. `avoid-inline-spacing` fails spacing that is wide
 * enough: a rule of ours measures it.
 */
export const axeTags = [
  'wcag2a',
  'wcag2aa',
  'wcag21a',
  'wcag21aa',
  'wcag22aa',
  'best-practice',
  'experimental',
] as const;
export const axeDisabled = ['hidden-content', 'avoid-inline-spacing'] as const;

/** The same as options of `axe.run`. */
export const axeOptions: Readonly<Record<string, unknown>> = {
  runOnly: axeTags,
  rules: Object.fromEntries(axeDisabled.map((rule) => [rule, { enabled: false }])),
};
