import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html } from 'parse5';
import { SaxesParser } from 'saxes';

type Parent = DefaultTreeAdapterTypes.ParentNode;

/**
 * Reads XML as strictly as a reading program, into the kind of tree that parse5 makes; names keep their prefix.
 * @throws Error where it is not well formed
 */
export function parseXml(text: string): DefaultTreeAdapterTypes.Document {
  const root = defaultTreeAdapter.createDocument();
  const open: Parent[] = [root];
  const parser = new SaxesParser();
  const inside = () => open.at(-1)!;
  parser.on('opentag', ({ name, attributes }) => {
    const given = Object.entries(attributes).map(([key, value]) => ({ name: key, value }));
    const element = defaultTreeAdapter.createElement(name, html.NS.HTML, given);
    defaultTreeAdapter.appendChild(inside(), element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const text_ = (value: string) => {
    if (open.length > 1) defaultTreeAdapter.insertText(inside(), value);
  };
  parser.on('text', text_);
  parser.on('cdata', text_);
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  return root;
}
