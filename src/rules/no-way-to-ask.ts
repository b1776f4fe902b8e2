import type { Rule } from './rule.ts';

/** A telephone number alone shuts out people who are deaf or cannot speak. */
export const noWayToAsk: Rule = {
  id: 'content/no-way-to-ask',
  title: 'Everybody can ask for another format',
  severity: 'warning',
  why: 'Who needs another format must be able to ask for it. A telephone alone shuts out people who are deaf or do not speak.',
  clauses: ['DAPB1605 (meet)', 'Equality Act 2010 section 20'],
  *check({ meta, children }) {
    const { email, textRelay, web, post, telephone, ...others } = meta.contact;
    if (email ?? textRelay ?? web ?? post[0]) return;
    // Without any contact the finding is the reader's: the detail is missing, or it could not be read.
    if (telephone.length === 0 && Object.keys(others).length === 0) return;
    const at = children[0]?.at;
    yield {
      message:
        telephone.length > 0
          ? 'People who cannot telephone have no way to ask for another format.'
          : 'The report gives no way to ask for another format.',
      fix: 'Add an e-mail or postal address, a web page or a text relay number to contact at the top of the report.',
      ...(at && { at: { ...at, line: 1, column: 1 } }),
    };
  },
};
