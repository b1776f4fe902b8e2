import type { DefinitionList } from '../../document/tree.ts';
import { layoutArtifact } from '../pages/structure.ts';
import { runsOf } from './inline-runs.ts';
import { type Press, plain, type Spot } from './press.ts';
import type { TextOptions } from './text-flow.ts';

/** A glossary's meaning stands below its word; details and short forms stand on the line of their name. */
export function layOutDefinitions(block: DefinitionList, spot: Spot, press: Press): void {
  const { flow } = press;
  const { line } = flow.design;
  const list = spot.parent.block('L', { attributes: { listNumbering: 'Terms' } });
  const isRunIn = block.kind !== 'glossary';
  block.items.forEach((item, index) => {
    const li = list.block('LI');
    const term = li.block('Term');
    const definition = li.block('Definition');
    const options: TextOptions = { at: item.at };
    flow.space(line * (index === 0 ? 0 : isRunIn ? 0.5 : 1));
    flow.group(() => {
      const head = runsOf(item.term, term, true, press.inline);
      const body = runsOf(item.definition, definition, false, press.inline);
      if (isRunIn) {
        flow.text([...head, plain(': ', layoutArtifact, press, true), ...body], spot, options);
        return;
      }
      flow.text(head, spot, options);
      flow.keep();
      flow.text(body, spot, options);
    });
  });
}
