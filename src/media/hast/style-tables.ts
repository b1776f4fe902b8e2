/** Tables as grids where they fit, as cards where they do not. */
const grid = `
.table{margin:1.5em 0 2em;max-width:100%;overflow-x:auto}
.table-small,.table-medium{max-width:calc(var(--column) + 4rem)}
table{border-collapse:collapse;width:100%;line-height:1.45}
caption{text-align:start;font-weight:700;font-size:1.125em;padding-block-end:.6em;color:var(--heading)}
th,td{text-align:start;vertical-align:top;padding:.65rem .75rem;border-bottom:1px solid var(--thin);overflow-wrap:break-word}
td{font-variant-numeric:tabular-nums}
thead th{background:var(--tint);border-bottom:3px solid var(--accent);vertical-align:bottom;color:var(--heading)}
tbody th{font-weight:700}
.group th{background:var(--soft);border-block:2px solid var(--line);color:var(--heading)}
th>:last-child,td>:last-child{margin-bottom:0}
th p,td p{margin-bottom:.5em}
.table ul,.table ol{padding-inline-start:1.2em}
.breaks-words :is(th,td){overflow-wrap:anywhere;min-width:7em}
.table-wide{font-size:1.0625rem}
`;

/**
 * Rows of the tables that `where` selects as cards. The name of the column stands beside each value as generated text; its empty
 * alternative keeps screen readers, which know the column from the table itself, from saying it twice.
 */
export function cards(where: string): string {
  return `
${where}{overflow-x:visible;max-width:calc(var(--column) + 6rem);font-size:inherit}
${where} :is(table,tbody,caption){display:block;width:auto}
${where} thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
${where} tr{display:block;border:1px solid var(--line);border-radius:.25rem;margin-block-end:1rem;overflow:clip}
${where} :is(th,td){display:grid;grid-template-columns:minmax(7rem,12rem) minmax(0,1fr);gap:0 1rem;overflow-wrap:anywhere;min-width:0;padding:.6rem 1rem}
${where} :is(th,td)>*{grid-column:2}
${where} tr>:last-child{border-bottom:0}
${where} :is(th,td)[data-label]::before{content:attr(data-label);content:attr(data-label)/"";font-weight:600;color:var(--quiet);grid-column:1;grid-row:1/span 99}
${where} th[data-label]::before{font-weight:400}
${where} tbody th{background:var(--tint);color:var(--heading);border-bottom:2px solid var(--accent)}
${where} .group{border:0;border-radius:0;border-block:2px solid var(--line);margin-block:1.5rem 1rem}
${where} .group th{display:block;font-size:1.125em;background:none;border:0;padding-inline:0}
`;
}

/** A card on a telephone: the name of the column above the value. */
function stacked(where: string): string {
  return `
${where} :is(th,td){display:block}
${where} :is(th,td)[data-label]::before{display:block}
`;
}

export const tableStyle = `
${grid}
${cards('.table-records')}
@media screen and (max-width:47.99em){${cards('.table-medium')}}
@media screen and (max-width:79.99em){${cards('.table-wide')}}
@media print{${cards('.table-wide')}}
@media (max-width:36em){${stacked('.table')}.table-small :is(th,td){display:table-cell}}
`;
