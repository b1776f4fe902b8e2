import { attribute, classes, type Element, isElement } from './dom.ts';

/** Roles and classes of what belongs to the page, not to the report. */
const furnitureRoles = new Set(['doc-noteref', 'doc-backlink']);
const furnitureClasses = new Set(['visually-hidden', 'note-mark', 'back-links']);
const furnitureTags = new Set(['nav', 'script', 'style', 'template']);

/** A style of one element that keeps it from the eye. */
const hiddenStyle =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0*)?\s*(?:;|!|$)|font-size\s*:\s*0|(?:left|top|text-indent)\s*:\s*-\d{3,}|clip(?:-path)?\s*:)/i;

/** Whether an element belongs to the page around the report, or is hidden from some readers. */
export function isFurniture(node: Element): boolean {
  if (furnitureTags.has(node.tagName)) return true;
  if (furnitureRoles.has(attribute(node, 'role') ?? '')) return true;
  if (attribute(node, 'aria-hidden') === 'true' || attribute(node, 'hidden') !== undefined) return true;
  if (hiddenStyle.test(attribute(node, 'style') ?? '')) return true;
  if (classes(node).some((name) => furnitureClasses.has(name))) return true;
  const parent = node.parentNode;
  return (
    node.tagName === 'h2' &&
    parent !== null &&
    isElement(parent) &&
    attribute(parent, 'role') === 'doc-endnotes'
  );
}
