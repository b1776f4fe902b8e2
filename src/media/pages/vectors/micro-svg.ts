/** An element of the plain SVG that resvg writes: styles, units, uses, markers and viewports are resolved in it. */
export interface MicroElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly MicroElement[];
}

interface OpenElement extends MicroElement {
  readonly children: OpenElement[];
}

const tag = /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/g;
const attribute = /([\w:-]+)="([^"]*)"/g;
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Reads resvg's own notation, which has elements and attributes alone. Returns the outermost element. */
export function readMicroSvg(source: string): MicroElement {
  const root: OpenElement = { name: '', attributes: new Map(), children: [] };
  const open = [root];
  for (const [, end, name = '', list = '', empty] of source.matchAll(tag)) {
    if (end) {
      open.pop();
      continue;
    }
    const attributes = new Map<string, string>();
    for (const [, key = '', value = ''] of list.matchAll(attribute))
      attributes.set(
        key,
        value.replace(/&(\w+);/g, (whole, entity: string) => entities[entity] ?? whole),
      );
    const element: OpenElement = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    if (!empty) open.push(element);
  }
  const [first] = root.children;
  if (first === undefined) throw new Error('There is no drawing.');
  return first;
}
