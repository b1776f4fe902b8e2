import { toXml } from 'xast-util-to-xml';

/** An element of WordprocessingML. Names keep their prefix. */
export interface Xml {
  readonly type: 'element';
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly (Xml | { readonly type: 'text'; readonly value: string })[];
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

export function el(name: string, attributes: Attributes = {}, children: readonly (Xml | string)[] = []): Xml {
  const nodes = children.map((one) =>
    typeof one === 'string' ? ({ type: 'text', value: one } as const) : one,
  );
  return { type: 'element', name, attributes, children: nodes };
}

/** An element with only a `w:val`. */
export function val(name: string, value: string | number): Xml {
  return el(name, { 'w:val': value });
}

// XML 1.0 cannot carry control characters, half characters and the last two of a plane.
const forbidden = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

export function clean(text: string): string {
  return text.replace(forbidden, (found) => (/[\t\n\r]/.test(found) ? found : '\ufffd'));
}

export function xmlBytes(root: Xml): Uint8Array {
  const text = toXml(root as Parameters<typeof toXml>[0], { closeEmptyElements: true, tightClose: true });
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`);
}

export const namespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
  'xmlns:adec': 'http://schemas.microsoft.com/office/drawing/2017/decorative',
} as const;
