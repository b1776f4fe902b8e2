/** One finished file of a format, still in memory. */
export interface Output {
  /** Ending after the report's and the profile's name, such as `html`; for a format of many files, a path inside its folder. */
  readonly name: string;
  /** IANA media type, such as `application/pdf`. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Stands beside the main file under its name, such as a sheet for the printer: no part of what the report says. */
  readonly isCompanion?: true;
}
