function textOf(nodes) {
  return nodes.map((node) => node.value ?? node.alt ?? (node.children ? textOf(node.children) : '')).join('');
}

/** The document's words for Typst, in the same font and size on the same paper. */
export function typstOf(document, size) {
  const escaped = (text) => text.replace(/[\\#$*_`<>@[\]"'~=+\-/]/g, (character) => `\\${character}`);
  const blocks = (list, depth = 0) =>
    list
      .map((block) => {
        const pad = '  '.repeat(depth);
        if (block.type === 'heading')
          return `${'='.repeat(block.depth)} ${escaped(textOf(block.children))}\n`;
        if (block.type === 'list')
          return block.children
            .map((item) => `${pad}${block.ordered ? '+' : '-'} ${blocks(item.children, depth + 1).trim()}`)
            .join('\n');
        if (block.type === 'table') {
          const cells = (row) => row.map((cell) => `[${blocks(cell.children).trim()}]`).join(', ');
          const rows = block.groups.flatMap((group) => group.rows.map((row) => cells(row.cells)));
          return `#table(columns: ${block.columns.length}, table.header(${cells(block.columns)}), ${rows.join(',\n')})\n`;
        }
        if (block.type === 'definitionList')
          return block.items
            .map((item) => `${escaped(`${textOf(item.term)}: ${textOf(item.definition)}`)}\n`)
            .join('\n');
        if (block.type === 'figure') return blocks(block.description, depth);
        if (block.type === 'box') return `${escaped(block.title ?? '')}\n\n${blocks(block.children, depth)}`;
        return block.children ? `${pad}${escaped(textOf(block.children).replace(/\n/g, ' '))}\n` : '';
      })
      .join('\n');
  return `#set document(title: ${JSON.stringify(document.meta.title)})
#set page(paper: "a4", margin: 20mm, numbering: "1")
#set text(font: "Atkinson Hyperlegible Next", size: ${size}pt, lang: "en", hyphenate: false)
#set table(align: left)
${blocks(document.children)}`;
}

/** The same as a page for programs that print HTML; `faces`: paths of the regular and the bold font. */
export function htmlOf(document, size, faces) {
  const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const blocks = (list) =>
    list
      .map((block) => {
        if (block.type === 'heading')
          return `<h${block.depth}>${escaped(textOf(block.children))}</h${block.depth}>`;
        if (block.type === 'list') {
          const tag = block.ordered ? 'ol' : 'ul';
          return `<${tag}>${block.children.map((item) => `<li>${blocks(item.children)}</li>`).join('')}</${tag}>`;
        }
        if (block.type === 'table') {
          const row = (cells, tag) =>
            `<tr>${cells.map((cell) => `<${tag}>${blocks(cell.children)}</${tag}>`).join('')}</tr>`;
          const rows = block.groups.flatMap((group) => group.rows.map(({ cells }) => row(cells, 'td')));
          return `<table><thead>${row(block.columns, 'th')}</thead><tbody>${rows.join('')}</tbody></table>`;
        }
        if (block.type === 'definitionList')
          return block.items
            .map((item) => `<p>${escaped(`${textOf(item.term)}: ${textOf(item.definition)}`)}</p>`)
            .join('');
        if (block.type === 'figure') return blocks(block.description);
        if (block.type === 'box') return `<p>${escaped(block.title ?? '')}</p>${blocks(block.children)}`;
        return block.children ? `<p>${escaped(textOf(block.children))}</p>` : '';
      })
      .join('\n');
  return `<!doctype html><html lang="en"><title>${escaped(document.meta.title)}</title><style>${fontFaces(faces)}@page{size:A4;margin:20mm}body{font:${size}pt/1.35 Atkinson}</style>${blocks(document.children)}`;
}

function fontFaces({ regular, bold }) {
  const face = (path, weight) =>
    `@font-face{font-family:Atkinson;font-weight:${weight};src:url("file://${path}")}`;
  return face(regular, 400) + face(bold, 700);
}
