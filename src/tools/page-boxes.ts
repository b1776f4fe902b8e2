import type { CDPSession } from 'playwright-core';
import type { PageBox } from '../kernel/page-tree.ts';

const styles = ['display', 'position', 'visibility', 'opacity', 'direction'];

/** Where everything on a page stands, and what answers to a click. */
export async function readPageBoxes(
  client: CDPSession,
): Promise<{ readonly boxes: readonly PageBox[]; readonly clickable: readonly number[] }> {
  const { documents, strings } = await client.send('DOMSnapshot.captureSnapshot', { computedStyles: styles });
  const [page] = documents;
  if (page === undefined) return { boxes: [], clickable: [] };
  const ids = page.nodes.backendNodeId ?? [];
  const boxes = page.layout.nodeIndex.map((index, at): PageBox => {
    const [x = 0, y = 0, width = 0, height = 0] = page.layout.bounds[at] ?? [];
    const [display = '', position = '', visibility, opacity, direction] = (page.layout.styles[at] ?? []).map(
      (one) => strings[one],
    );
    const isVisible = visibility !== 'hidden' && visibility !== 'collapse' && Number(opacity ?? 1) >= 0.1;
    return {
      node: ids[index] ?? -1,
      ...{ x, y, width, height, display, position, isVisible },
      isRightToLeft: direction === 'rtl',
    };
  });
  return { boxes, clickable: (page.nodes.isClickable?.index ?? []).map((index) => ids[index] ?? -1) };
}
