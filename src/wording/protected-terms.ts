/**
 * Terms of equality and health law with a meaning of their own. They are kept and explained, never put in other words:
 * "unlawful unfair treatment" is not what the law says.
 */
const terms = [
  'protected characteristics',
  'protected characteristic',
  'protected groups',
  'due regard',
  'health inequalities',
  'health inequality',
  'reasonable adjustments',
  'reasonable adjustment',
  'Public Sector Equality Duty',
  'Specific Duty',
  'Specific Duties',
  'Equality Act 2010',
  'Human Rights Act',
  'discrimination',
  'harassment',
  'victimisation',
  'equality of opportunity',
  'good relations',
  'positive action',
  'gender reassignment',
  'sexual orientation',
  'religion or belief',
  'marriage and civil partnership',
  'civil partnership',
  'pregnancy and maternity',
  'equality impact assessment',
  'occupational requirement',
  'safeguarding',
  'mental capacity',
  'informed consent',
  'data protection',
  'freedom of information',
];

const pattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?:${[...terms].sort((a, b) => b.length - a.length).join('|')})(?![\p{L}\p{N}-])`,
  'giu',
);

/** The protected terms of a text, each as often as it stands there, in the singular where they have one. */
export function protectedTermsIn(text: string): string[] {
  return [...text.matchAll(pattern)].map(([found]) => keyOfTerm(found));
}

/** Small letters, singular. */
function keyOfTerm(term: string): string {
  return term
    .toLowerCase()
    .replace(/inequalities$/, 'inequality')
    .replace(/duties$/, 'duty')
    .replace(/(characteristic|adjustment|group|assessment)s$/, '$1');
}
