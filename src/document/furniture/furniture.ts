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
  /** Names of months without a day, where the language has another form for them. */
  readonly monthsAlone?: readonly string[];
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
    | 'name'
    | 'description'
    | 'draft'
    | 'checked'
    | 'hardWords'
    | 'leftOut'
    | 'cards'
    | 'pictures'
    | 'eachPicture'
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
  /** What a paper edition tells about itself. */
  readonly edition: Words<
    | 'title'
    | 'intro'
    | 'records'
    | 'described'
    | 'untold'
    | 'addresses'
    | 'emphasis'
    | 'deleted'
    | 'notes'
    | 'marks'
    | 'paper'
    | 'single'
    | 'double'
    | 'mark'
  >;
  /** The sheet for those who print it. */
  readonly printRoom: Words<
    | 'title'
    | 'intro'
    | 'document'
    | 'edition'
    | 'editionIs'
    | 'pages'
    | 'pagesAre'
    | 'paper'
    | 'paperIs'
    | 'portrait'
    | 'landscape'
    | 'sides'
    | 'single'
    | 'double'
    | 'scale'
    | 'scaleIs'
    | 'measure'
    | 'measureIs'
    | 'background'
    | 'backgroundIs'
    | 'fixing'
    | 'staple'
    | 'spiral'
    | 'loose'
  >;
  readonly web: Words<
    | 'description'
    | 'skip'
    | 'showContents'
    | 'onThisPage'
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
  /** The settings with which readers of a page change its look; `more`, `most` are of space, `wide`, `serif` of letters. */
  readonly reading: Words<
    | 'settings'
    | 'size'
    | 'spacing'
    | 'colours'
    | 'letters'
    | 'usual'
    | 'more'
    | 'most'
    | 'device'
    | 'light'
    | 'dark'
    | 'cream'
    | 'yellow'
    | 'wide'
    | 'serif'
    | 'guide'
    | 'aloud'
    | 'stop'
    | 'noVoice'
    | 'reset'
    | 'kept'
  >;
  /** E-books: `start` to `cover` are places in them; the rest tells who can use them, a sentence each. */
  readonly book: Words<
    | 'start'
    | 'places'
    | 'printedPages'
    | 'cover'
    | 'coverName'
    | 'reflows'
    | 'headings'
    | 'onePicture'
    | 'pictures'
    | 'allNamed'
    | 'notAllNamed'
    | 'allDescribed'
    | 'companions'
    | 'still'
    | 'moving'
  >;
  /** What a voice says between the words of a report. */
  readonly speech: Words<
    | 'about'
    | 'voice'
    | 'lasts'
    | 'lastsHours'
    | 'parts'
    | 'move'
    | 'contact'
    | 'keyFacts'
    | 'box'
    | 'endOf'
    | 'list'
    | 'listInside'
    | 'listEnd'
    | 'table'
    | 'tableSize'
    | 'row'
    | 'tableEnd'
    | 'figure'
    | 'figureEnd'
    | 'quote'
    | 'quoteEnd'
    | 'code'
    | 'noteMark'
    | 'deleted'
    | 'deletedEnd'
    | 'empty'
    | 'addresses'
    | 'addressOf'
    | 'end'
  >;
  /** On the label of a recording. */
  readonly audio: Words<'version' | 'voice' | 'lasts' | 'players' | 'words' | 'tracks'>;
  /** In the script of a recording. */
  readonly spokenScript: Words<'about' | 'signs' | 'sayings'>;
  /** Names of marks in plain text that stand on a line of their own: `[Name: words]`. No colon, no bracket, all different. */
  readonly textMarks: Words<
    | 'about'
    | 'contents'
    | 'contentsEnd'
    | 'table'
    | 'records'
    | 'group'
    | 'tableEnd'
    | 'figure'
    | 'description'
    | 'figureEnd'
    | 'keyFacts'
    | 'keyFactsEnd'
    | 'box'
    | 'boxEnd'
    | 'contact'
    | 'contactEnd'
    | 'quote'
    | 'quoteEnd'
    | 'code'
    | 'codeEnd'
    | 'language'
    | 'languageEnd'
    | 'separator'
    | 'notes'
    | 'notesEnd'
    | 'end'
  >;
  /** Words of plain text inside a line, and of its first mark. */
  readonly textWords: Words<
    | 'deleted'
    | 'picture'
    | 'note'
    | 'level'
    | 'done'
    | 'notDone'
    | 'empty'
    | 'altLabel'
    | 'eachTells'
    | 'seeSection'
    | 'seeTable'
    | 'seeFigure'
    | 'sameName'
    | 'headingSigns'
    | 'titleSign'
    | 'sectionSign'
    | 'partSign'
    | 'smallerSign'
    | 'brackets'
    | 'hardLines'
  >;
  /** Notes of the transcriber in braille; each name differs from those of `textMarks`. */
  readonly braille: Words<
    | 'told'
    | 'columnNumbers'
    | 'emptyCells'
    | 'edition'
    | 'printPages'
    | 'ownCode'
    | 'contracted'
    | 'uncontracted'
    | 'size'
    | 'madeBy'
    | 'code'
    | 'links'
    | 'notesAre'
    | 'previewTitle'
    | 'previewAbout'
    | 'previewPrint'
  > & {
    /** Of signs that braille has no cells for. No two have the same name. */
    readonly signs: Readonly<Record<string, string>>;
  };
  /** What a translated report says about itself. */
  readonly translation: Words<'missing'>;
  /** Names of languages by their ISO 639 code; others are told by their code. */
  readonly languages: Readonly<Record<string, string>>;
}

type Words<Names extends string> = Readonly<Record<Names, string>>;

/** Puts values into the braces of a text. A name without a value stays as it is, so that a slip is seen. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (found, name: string) => String(values[name] ?? found));
}
