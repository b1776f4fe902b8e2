import { toXml } from 'xast-util-to-xml';
import { x as make } from 'xastscript';

type Made = ReturnType<typeof make>;
type Element = Extract<Made, { readonly type: 'element' }>;
type Root = Extract<Made, { readonly type: 'root' }>;

export type Child = Element | string;

export function x(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): Element {
  return make(name, attributes, [...children]) as Element;
}

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';
const xhtml =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n';
const smil = '<!DOCTYPE smil PUBLIC "-//W3C//DTD SMIL 1.0//EN" "http://www.w3.org/TR/REC-SMIL/SMIL10.dtd">\n';

/** Signs that XML 1.0 does not allow. */
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

function bytes(doctype: string, root: Element): Uint8Array {
  const xml = toXml({ type: 'root', children: [root] } as Root, {
    closeEmptyElements: true,
    tightClose: false,
  });
  return new TextEncoder().encode(`${declaration}${doctype}${xml.replace(forbidden, ' ')}\n`);
}

/** An XHTML 1.0 page, as DAISY 2.02 has it; the navigation page must not tell a direction. */
export function html(
  title: string,
  language: string,
  head: readonly Element[],
  body: readonly Child[],
  dir?: 'ltr' | 'rtl',
): Uint8Array {
  const type = { 'http-equiv': 'Content-type', content: 'text/html; charset=utf-8' };
  return bytes(
    xhtml,
    x(
      'html',
      { xmlns: 'http://www.w3.org/1999/xhtml', lang: language, 'xml:lang': language, ...(dir && { dir }) },
      x('head', {}, x('title', {}, title), x('meta', type), ...head),
      x('body', {}, ...body.flatMap((child) => [child, '\n'])),
    ),
  );
}

/** A SMIL 1.0 document, as DAISY 2.02 has it. */
export function smilDocument(head: readonly Element[], body: readonly Child[]): Uint8Array {
  return bytes(smil, x('smil', {}, x('head', {}, ...head), x('body', {}, ...body)));
}

export function meta(name: string, content: string): Element {
  return x('meta', { name, content });
}

/** Milliseconds as `h:mm:ss`, or `hh:mm:ss.mmm`, or `12.345`. */
export function clock(time: number, form: 'label' | 'full' | 'seconds'): string {
  if (form === 'seconds') return (time / 1000).toFixed(3);
  const total = form === 'label' ? Math.round(time / 1000) : Math.floor(time / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  const rest = `${two(Math.floor(total / 60) % 60)}:${two(total % 60)}`;
  if (form === 'label') return `${hours}:${rest}`;
  return `${two(hours)}:${rest}.${String(time % 1000).padStart(3, '0')}`;
}
