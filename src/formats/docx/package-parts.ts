import type { DocxContext, Relationship } from './context.ts';
import { textRuns } from './runs.ts';
import { clean, el, val, type Xml } from './xml.ts';

const relationshipTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export function contentTypes(): Xml {
  const defaults = {
    rels: 'application/vnd.openxmlformats-package.relationships+xml',
    xml: 'application/xml',
  };
  const pictures = { png: 'image/png', jpeg: 'image/jpeg', svg: 'image/svg+xml' };
  const parts = {
    document: 'document.main',
    styles: 'styles',
    numbering: 'numbering',
    settings: 'settings',
    footnotes: 'footnotes',
    footer1: 'footer',
  };
  return el('Types', { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' }, [
    ...Object.entries({ ...defaults, ...pictures }).map(([extension, type]) =>
      el('Default', { Extension: extension, ContentType: type }),
    ),
    ...Object.entries(parts).map(([name, type]) =>
      el('Override', { PartName: `/word/${name}.xml`, ContentType: `${word}.${type}+xml` }),
    ),
    el('Override', {
      PartName: '/docProps/core.xml',
      ContentType: 'application/vnd.openxmlformats-package.core-properties+xml',
    }),
  ]);
}

export function rootRelationships(): Xml {
  return el('Relationships', { xmlns: packageRelationships }, [
    el('Relationship', {
      Id: 'rId1',
      Type: `${relationshipTypes}/officeDocument`,
      Target: 'word/document.xml',
    }),
    el('Relationship', {
      Id: 'rId2',
      Type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      Target: 'docProps/core.xml',
    }),
  ]);
}

/** Every document has these parts, in this order; pictures and links follow. */
export const fixedRelationships: readonly Relationship[] = [
  'styles',
  'numbering',
  'settings',
  'footnotes',
  'footer',
].map((type, index) => ({
  id: `rId${index + 1}`,
  type,
  target: `${type === 'footer' ? 'footer1' : type}.xml`,
  isExternal: false,
}));

export function relationshipsPart(relationships: readonly Relationship[]): Xml {
  return el(
    'Relationships',
    { xmlns: packageRelationships },
    relationships.map(({ id, type, target, isExternal }) =>
      el('Relationship', {
        Id: id,
        Type: `${relationshipTypes}/${type}`,
        Target: target,
        ...(isExternal && { TargetMode: 'External' }),
      }),
    ),
  );
}

/** Title, publisher, language and date, so that programs show the title and not the file's name. */
export function coreProperties({ document }: DocxContext, moment: string): Xml {
  const { meta } = document;
  const stamp = (name: string): Xml => el(name, { 'xsi:type': 'dcterms:W3CDTF' }, [moment]);
  return el(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    [
      el('dc:title', {}, [clean(meta.title)]),
      ...(meta.summary === undefined ? [] : [el('dc:subject', {}, [clean(meta.summary)])]),
      el('dc:creator', {}, [clean(meta.organisation)]),
      el('dc:language', {}, [meta.language]),
      stamp('dcterms:created'),
      stamp('dcterms:modified'),
    ],
  );
}

export function settingsPart({ document, isRightToLeft }: DocxContext): Xml {
  const { language } = document.meta;
  return el('w:settings', { 'xmlns:w': wordNamespace }, [
    el('w:zoom', { 'w:percent': 100 }),
    val('w:defaultTabStop', 720),
    val('w:autoHyphenation', 'false'),
    el('w:footnotePr', {}, [el('w:footnote', { 'w:id': -1 }), el('w:footnote', { 'w:id': 0 })]),
    el('w:compat', {}, [
      el('w:compatSetting', {
        'w:name': 'compatibilityMode',
        'w:uri': 'http://schemas.microsoft.com/office/word',
        'w:val': 15,
      }),
    ]),
    el('w:themeFontLang', isRightToLeft ? { 'w:bidi': language } : { 'w:val': language }),
  ]);
}

/** "Page 3 of 9" in fields that Word fills. */
export function footerPart(context: DocxContext): Xml {
  const { furniture, isRightToLeft } = context;
  const look = { language: furniture.language };
  const field = (code: string): Xml =>
    el('w:fldSimple', { 'w:instr': ` ${code} ` }, textRuns('1', look, context));
  const runs = furniture.body.pageOf.split(/(\{page\}|\{pages\})/).flatMap((part) => {
    if (part === '{page}') return [field('PAGE')];
    return part === '{pages}' ? [field('NUMPAGES')] : textRuns(part, look, context);
  });
  return el('w:ftr', { 'xmlns:w': wordNamespace }, [
    el('w:p', {}, [
      el('w:pPr', {}, [val('w:pStyle', 'Footer'), ...(isRightToLeft ? [el('w:bidi')] : [])]),
      ...runs,
    ]),
  ]);
}
