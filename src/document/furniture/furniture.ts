/**
 * The fixed words that formats add around a report, in one language. `{name}` in braces stands for what is filled in; every
 * catalogue has the same names in the same text. A language without a catalogue gets English words, marked as English.
 */
export interface Furniture {
  /** BCP 47 code of the words. */
  readonly language: string;
  /** Whether a native reader has checked them; until then a reader of the language must look at every output. */
  readonly isChecked: boolean;
  readonly months: readonly string[];
  /** Of a date in words: day, month's name, year. */
  readonly dayMonthYear: string;
  readonly monthYear: string;
  readonly opening: Words<
    | 'publishedBy'
    | 'date'
    | 'version'
    | 'approvedBy'
    | 'ask'
    | 'offer'
    | 'team'
    | 'email'
    | 'telephone'
    | 'textRelay'
    | 'post'
    | 'webPage'
    | 'replyWithin'
  >;
  /** Titles of boxes that have none. */
  readonly boxes: Words<'key-facts' | 'note' | 'contact'>;
  /** Titles of lists that have none. */
  readonly lists: Words<'abbreviations' | 'glossary'>;
  readonly easyRead: Words<
    'name' | 'description' | 'draft' | 'checked' | 'hardWords' | 'leftOut' | 'pictures' | 'eachPicture'
  >;
  readonly body: Words<
    | 'contents'
    | 'notes'
    | 'note'
    | 'page'
    | 'pageOf'
    | 'deleted'
    | 'deletedEnd'
    | 'done'
    | 'notDone'
    | 'table'
    | 'tableWithoutCaption'
    | 'record'
    | 'continued'
    | 'eachRecord'
    | 'column'
  >;
  readonly web: Words<
    | 'description'
    | 'skip'
    | 'showContents'
    | 'otherFormats'
    | 'otherFormatsShort'
    | 'otherFormatsIntro'
    | 'backToTop'
    | 'backToText'
    | 'backToTextUse'
    | 'backLinkName'
    | 'footnotes'
    | 'footnote'
  >;
}

type Words<Names extends string> = Readonly<Record<Names, string>>;

/** Puts values into the braces of a text. A name without a value stays as it is, so that a slip is seen. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (found, name: string) => String(values[name] ?? found));
}
