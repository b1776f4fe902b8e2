/**
 * The signs that this format adds to a document; its words stand in the catalogue of fixed words, by language (`textMarks` and
 * `textWords`). The writer makes them and the read-back takes them out again.
 *
 * - Heading: plus signs and a space. `+++` title, `++` section, `+` part of a section, then `+4`, `+5`, `+6`: the sign is read out by
 *   screen readers, is found by a search, and tells all six levels apart.
 * - A line in square brackets, `[Name]` or `[Name: words]`, is a mark between the words.
 * - `[words:  address ]` is a link, `[words:  see section "Words"]` one inside the document; `[deleted: words]`, `[picture: words]` and `[note 1]` stand inside a sentence.
 * - `- ` starts a list item, `1.  ` with two spaces a numbered one, `1.2.  ` one in a list in a list.
 * - `Name:  words`, with two spaces, is a term with its definition, or a cell with the name of its column.
 * - Words of the document never have two spaces in a row: no colon or number of theirs is taken for a mark.
 * - `\` before one of `[ ] \ + - :` or a digit says that the next sign is the document's own, where it would look like a mark.
 */
export const headingMarks = ['+++', '++', '+', '+4', '+5', '+6'] as const;
