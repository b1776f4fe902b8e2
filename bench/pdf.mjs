// node bench/pdf.mjs [--runs N] [--size 20]: the PDF stage in a warm process, beside Typst and WeasyPrint where they are
// installed (Python packages of these names; PYTHON names the program). Asserts nothing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare, root } from '../setup/prepare.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    size: { type: 'string', default: '20' },
    dist: { type: 'string' },
  },
});
const runs = Math.max(1, Number.parseInt(values.runs, 10) || 1);
const size = Number(values.size);
if (values.dist === undefined) prepare();
const dist = join(root, values.dist ?? 'dist');
const load = (path) => import(join(dist, path));
const { openProject } = await load('pipeline/project.js');
const { findReports } = await load('pipeline/find-reports.js');
const { readReport } = await load('pipeline/read-report.js');
const { plan } = await load('plan/plan.js');
const { default: format } = await load('formats/large-print-pdf/index.js');

const folder = mkdtempSync(join(tmpdir(), 'bench-pdf-'));
const project = openProject(root, folder);
const profile = project.profiles.find(({ id }) => id === 'large-print-20');
const options = format.options.parse({ ...profile.options, size });
try {
  const documents = findReports(project, []).map((report) => {
    const { document } = readReport(project.root, report);
    return { name: document.meta.title, planned: plan(document, profile).document };
  });
  console.log(`Node ${process.versions.node}, ${size} point; the least CPU of ${runs} runs.\n`);
  const rows = [['report', 'pages', 'kB', 'CPU s', 'pages/s', 'check CPU s']];
  for (const { name, planned } of documents) rows.push(await own(name, planned));
  table(rows);
  const words = documents.map(({ planned }) => planned);
  table([['all reports in one process', 'pages', 'kB', 'CPU s', 'pages/s'], ...(await peers(words))]);
  console.log(
    'Peers get the same headings, paragraphs, lists and tables, at the same size on the same paper.\n' +
      'Their CPU is that of the calls alone, without the start of Python. Their files are not measured for what is cut or\n' +
      'printed over other words, and are not read back: the figures compare time only.',
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function own(name, planned) {
  let cpu = Number.POSITIVE_INFINITY;
  let check = Number.POSITIVE_INFINITY;
  let written;
  for (let run = 0; run <= runs; run++) {
    const before = process.cpuUsage();
    written = await format.write(planned, options);
    cpu = Math.min(cpu, seconds(process.cpuUsage(before)));
    const between = process.cpuUsage();
    await format.readBack(written.outputs);
    await format.check(written.outputs, options);
    check = Math.min(check, seconds(process.cpuUsage(between)));
  }
  return figures(name.slice(0, 40), written.pages, written.outputs[0].bytes.length, cpu, check);
}

async function peers(documents) {
  let [cpu, pages, bytes] = [Number.POSITIVE_INFINITY, 0, 0];
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    [pages, bytes] = [0, 0];
    for (const planned of documents) {
      const written = await format.write(planned, options);
      pages += written.pages;
      bytes += written.outputs[0].bytes.length;
    }
    cpu = Math.min(cpu, seconds(process.cpuUsage(before)));
  }
  return [
    figures('allformats', pages, bytes, cpu),
    peer(
      'typst',
      documents.map(typstOf),
      'typ',
      "import typst\ndef make(path, out):\n    typst.compile(path, output=out, pdf_standards=['ua-1'])",
    ),
    peer(
      'weasyprint',
      documents.map(htmlOf),
      'html',
      "import weasyprint\ndef make(path, out):\n    weasyprint.HTML(filename=path).write_pdf(out, pdf_variant='pdf/ua-1')",
    ),
  ];
}

/** One Python process makes all files once: Typst remembers what it compiled, so that a second run would cost it nothing. */
function peer(name, sources, ending, code) {
  const files = sources.map((source, index) => {
    const path = join(folder, `${name}-${index}.${ending}`);
    writeFileSync(path, source);
    return path;
  });
  const script = `${code}
import json, os, re, resource, sys
files = json.loads(sys.argv[1])
def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
best = None
for _ in range(int(sys.argv[2])):
    start = cpu()
    for path in files:
        make(path, path + '.pdf')
    took = cpu() - start
    best = took if best is None else min(best, took)
print(json.dumps([best, sum(os.path.getsize(path + '.pdf') for path in files)]))
`;
  const python = process.env.PYTHON || 'python3';
  const run = spawnSync(python, ['-c', script, JSON.stringify(files), '1'], {
    encoding: 'utf8',
  });
  if (run.status !== 0)
    return [name, (run.stderr ?? '').trim().split('\n').at(-1)?.slice(0, 60) || 'not found', '', '', ''];
  const [took, bytes] = JSON.parse(run.stdout.trim().split('\n').at(-1));
  const pages = files.reduce((sum, path) => sum + pagesOf(`${path}.pdf`), 0);
  return figures(name, pages, bytes, took);
}

function pagesOf(path) {
  const run = spawnSync('pdfinfo', [path], { encoding: 'utf8' });
  return Number(/^Pages:\s+(\d+)/m.exec(run.stdout ?? '')?.[1] ?? 0);
}

function textOf(nodes) {
  return nodes.map((node) => node.value ?? node.alt ?? (node.children ? textOf(node.children) : '')).join('');
}

function typstOf(document) {
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
#set text(size: ${size}pt, lang: "en", hyphenate: false)
#set table(align: left)
${blocks(document.children)}`;
}

function htmlOf(document) {
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
  return `<!doctype html><html lang="en"><title>${escaped(document.meta.title)}</title><style>@page{size:A4;margin:20mm}body{font-size:${size}pt;line-height:1.35}</style>${blocks(document.children)}`;
}

function seconds({ user, system }) {
  return (user + system) / 1e6;
}

function figures(name, pages, bytes, ...cpus) {
  const [first] = cpus;
  const [own, ...more] = cpus.map((cpu) => cpu.toFixed(3));
  return [name, String(pages), (bytes / 1024).toFixed(0), own, (pages / first).toFixed(0), ...more];
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]),
    );
    console.log(cells.join('  ').trimEnd());
  }
  console.log();
}
