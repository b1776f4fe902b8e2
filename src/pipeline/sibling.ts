/** Another output of the same report that a page may link to. */
export interface Sibling {
  readonly title: string;
  readonly href: string;
  readonly note: string;
}
