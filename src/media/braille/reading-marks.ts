/** What stands in a reading for signs that are no words: private use characters, which no braille cell reads as. */
export const readingMarks = {
  noteOpen: '\ue000',
  noteClose: '\ue001',
  underlineOn: '\ue002',
  underlineOff: '\ue003',
  raised: '\ue004',
  lowered: '\ue005',
  /** A cell that has no meaning where it stands. */
  unknown: '\ue006',
  boldOn: '\ue007',
  boldOff: '\ue008',
} as const;
