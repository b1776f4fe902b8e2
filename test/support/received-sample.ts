import { PDFDocument, PDFName, type PDFRef, PDFString, StandardFonts } from 'pdf-lib';

/** What is wrong with a sample; without any of it the file is one that everybody can use. */
export interface SampleFaults {
  readonly marked?: false;
  readonly title?: string;
  readonly showsTitle?: false;
  readonly language?: string;
  readonly alt?: string;
  readonly headerCell?: 'TD';
  readonly headings?: readonly [string, string];
  /** More page content, behind the rest. */
  readonly content?: string;
  /** Page content instead of the rest. */
  readonly only?: string;
  readonly size?: number;
  readonly heldLink?: false;
  readonly fieldName?: '';
  readonly tabs?: '';
  readonly pages?: number;
  /** The font says of no letter what it is. */
  readonly mute?: true;
}

/** A small tagged PDF: headings, a picture, a table, a link and a form field. */
export async function receivedSample(faults: SampleFaults = {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const { context } = pdf;
  const name = (word: string) => PDFName.of(word);
  const page = pdf.addPage([595, 842]);
  for (let more = 1; more < (faults.pages ?? 1); more++) pdf.addPage([595, 842]);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  await pdf.flush();
  const dict = context.lookup(font.ref) as ReturnType<typeof context.obj> & { delete(key: PDFName): void };
  if (faults.mute) {
    dict.delete(name('Encoding'));
    (dict as unknown as { set(key: PDFName, value: unknown): void }).set(
      name('FontDescriptor'),
      context.obj({ Type: 'FontDescriptor', Flags: 4 }),
    );
  }
  const image = context.register(
    context.stream(Uint8Array.of(90, 90, 90), {
      Type: 'XObject',
      Subtype: 'Image',
      Width: 1,
      Height: 1,
      ColorSpace: 'DeviceRGB',
      BitsPerComponent: 8,
    }),
  );
  const size = faults.size ?? 14;
  const at = (mcid: number, type: string, y: number, words: string) =>
    `/${type} <</MCID ${mcid}>> BDC BT /F1 ${size} Tf 72 ${y} Td (${words}) Tj ET EMC\n`;
  const usual = [
    at(0, 'H1', 780, 'The plan of the year'),
    at(1, 'H2', 740, 'What people told us'),
    '/Figure <</MCID 2>> BDC q 100 0 0 50 72 660 cm /Im Do Q EMC\n',
    at(3, 'TH', 620, 'Day'),
    at(4, 'TD', 600, 'Monday'),
    at(5, 'TH', 580, 'Place'),
    at(6, 'TD', 560, 'Library'),
    at(7, 'P', 520, 'Our page'),
    '/Artifact BMC BT /F1 10 Tf 290 30 Td (1) Tj ET EMC\n',
  ].join('');
  const stream = context.register(context.stream(faults.only ?? usual + (faults.content ?? '')));
  const link = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [72, 515, 160, 535],
      Contents: PDFString.of('Our page'),
      A: { Type: 'Action', S: 'URI', URI: PDFString.of('https://example.org') },
    }),
  );
  const field = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Tx',
      T: PDFString.of('f1'),
      Rect: [72, 460, 300, 480],
      ...(faults.fieldName === undefined && { TU: PDFString.of('Your name') }),
    }),
  );
  const { node } = page;
  node.set(name('Contents'), stream);
  node.set(name('Resources'), context.obj({ Font: { F1: font.ref }, XObject: { Im: image } }));
  node.set(name('Annots'), context.obj([link, field]));
  if (faults.tabs === undefined) node.set(name('Tabs'), name('S'));
  type Kid = number | PDFRef;
  const element = (type: string, kids: readonly Kid[], more: Record<string, PDFString> = {}): PDFRef =>
    context.register(context.obj({ Type: 'StructElem', S: type, Pg: page.ref, K: [...kids], ...more }));
  const object = (ref: PDFRef): PDFRef =>
    context.register(context.obj({ Type: 'OBJR', Obj: ref, Pg: page.ref }));
  const [first, second] = faults.headings ?? ['H1', 'H2'];
  const cell = faults.headerCell ?? 'TH';
  const alt = faults.alt ?? 'A full library';
  const all = element('Document', [
    element(first, [0]),
    element(second, [1]),
    element('Figure', [2], alt === '' ? {} : { Alt: PDFString.of(alt) }),
    element('Table', [
      element('TR', [element(cell, [3]), element(cell, [5])]),
      element('TR', [element('TD', [4]), element('TD', [6])]),
    ]),
    element('P', [element('Link', faults.heldLink === false ? [7] : [7, object(link)])]),
    element('Form', [object(field)]),
  ]);
  const { catalog } = pdf;
  catalog.set(name('StructTreeRoot'), context.register(context.obj({ Type: 'StructTreeRoot', K: [all] })));
  if (faults.marked === undefined) catalog.set(name('MarkInfo'), context.obj({ Marked: true }));
  if (faults.showsTitle === undefined)
    catalog.set(name('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
  const language = faults.language ?? 'en-GB';
  if (language !== '') catalog.set(name('Lang'), PDFString.of(language));
  const title = faults.title ?? 'The plan of the year';
  if (title !== '') pdf.setTitle(title);
  return pdf.save({ useObjectStreams: false, updateFieldAppearances: false });
}
