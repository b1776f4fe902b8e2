import { version } from '../../kernel/version.ts';

/** Pairs of standards that one file can meet: PDF/UA-1 with PDF/A-2a or, with its source attached, PDF/A-3a (PDF 1.7); PDF/UA-2 with PDF/A-4 (PDF 2.0). */
export const standards = ['ua1+a2a', 'ua1+a3a', 'ua2+a4'] as const;
export type Standard = (typeof standards)[number];

export function isPdf2(standard: Standard): boolean {
  return standard === 'ua2+a4';
}

/** What the file says about itself. */
export interface FileInfo {
  readonly title: string;
  readonly author: string;
  readonly subject?: string;
  /** BCP 47 */
  readonly language: string;
  readonly date: Date;
  readonly standard: Standard;
}

export const producer = `allformats ${version}`;

/** `2021-11-05`, `2021-11` or `2021` as the first moment that it names; the first of 2000 where it names none. */
export function firstMoment(iso: string): Date {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(iso);
  const date = new Date(
    Date.UTC(Number(match?.[1] ?? 2000), Number(match?.[2] ?? 1) - 1, Number(match?.[3] ?? 1)),
  );
  return date;
}

const declared = {
  'ua1+a2a':
    '<pdfuaid:part>1</pdfuaid:part>\n<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>',
  'ua1+a3a':
    '<pdfuaid:part>1</pdfuaid:part>\n<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>',
  'ua2+a4':
    '<pdfuaid:part>2</pdfuaid:part>\n<pdfuaid:rev>2024</pdfuaid:rev>\n<pdfaid:part>4</pdfaid:part>\n<pdfaid:rev>2020</pdfaid:rev>',
} as const satisfies Record<Standard, string>;

/** The extension schema that PDF/A-2 and PDF/A-3 ask for when PDF/UA is named; PDF/A-4 knows none. */
const extensionSchema = `
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

/** The XMP packet, which names the standards that the file meets. */
export function xmpPacket(info: FileInfo): string {
  const moment = `${info.date.toISOString().slice(0, 19)}Z`;
  const title = escapeXml(info.title);
  const subject = info.subject
    ? `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(info.subject)}</rdf:li></rdf:Alt></dc:description>`
    : '';
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(info.author)}</rdf:li></rdf:Seq></dc:creator>
${subject}
<dc:language><rdf:Bag><rdf:li>${escapeXml(info.language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${moment}</xmp:CreateDate>
<xmp:ModifyDate>${moment}</xmp:ModifyDate>
<xmp:CreatorTool>${producer}</xmp:CreatorTool>
<pdf:Producer>${producer}</pdf:Producer>
${declared[info.standard]}
</rdf:Description>${isPdf2(info.standard) ? '' : extensionSchema}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Also drops what XML 1.0 cannot hold at all: control characters and halves of surrogate pairs. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (character) => entities[character] as string);
}
