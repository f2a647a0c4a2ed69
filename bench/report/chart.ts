import type { Cell } from '../limits/cell';
import { count, groups, headingOf, timesMinimum } from './tables';

/** Colours that people with red-green blindness can tell apart (Okabe and Ito's palette). */
const PARTS = [
	{ name: 'delivered once', colour: '#009e73', of: (cell: Cell) => cell.once },
	{ name: 'delivered twice or more', colour: '#e69f00', of: (cell: Cell) => cell.duplicated },
	{ name: 'lost', colour: '#d55e00', of: (cell: Cell) => cell.lost },
] as const;

const WIDTH = 980;
const MARGIN = 20;
const LABEL_WIDTH = 270;
const BAR_WIDTH = 220;
const COLUMN_WIDTH = 340;
const ROW_HEIGHT = 24;
const BAR_HEIGHT = 14;
const HEADING_HEIGHT = 44;
const LEGEND_HEIGHT = 74;

const escaped = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const text = (x: number, y: number, content: string, more = '') =>
	`<text x="${x}" y="${y}"${more}>${escaped(content)}</text>`;

function bar(cell: Cell, x: number, y: number): string {
	let from = x;
	const parts = PARTS.map(({ colour, of }) => {
		const width = (of(cell) / cell.messages) * BAR_WIDTH;
		const rectangle = `<rect x="${from.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${BAR_HEIGHT}" fill="${colour}"/>`;
		from += width;
		return width > 0 ? rectangle : '';
	});
	const verdict = cell.lost > 0 ? `${count(cell.lost)} lost` : timesMinimum(cell);
	return parts.join('') + text(x + BAR_WIDTH + 8, y + 12, verdict, ' class="figure"');
}

/** Rows are variants, columns are one execution and several at once. */
function panel(cells: readonly Cell[], top: number): string {
	const columns = [...new Set(cells.map(({ executions }) => executions))].sort((a, b) => a - b);
	const titles = [...new Set(cells.map(({ title }) => title))];
	const parts = [text(MARGIN, top + 14, headingOf(cells[0]), ' class="heading"')];
	for (const [column, executions] of columns.entries()) {
		const x = MARGIN + LABEL_WIDTH + column * COLUMN_WIDTH;
		const label = executions === 1 ? 'one execution' : `${executions} executions at once on one account`;
		parts.push(text(x, top + 34, label, ' class="small"'));
		for (const [row, title] of titles.entries()) {
			const cell = cells.find((each) => each.title === title && each.executions === executions);
			if (cell) parts.push(bar(cell, x, top + HEADING_HEIGHT + row * ROW_HEIGHT));
		}
	}
	for (const [row, title] of titles.entries()) {
		parts.push(text(MARGIN, top + HEADING_HEIGHT + row * ROW_HEIGHT + 12, title));
	}
	return parts.join('\n');
}

/** A picture of the cells that ran in one process: what became of the messages, and how long the complete ones took. */
export function limitChart(cells: readonly Cell[]): string {
	const panels = groups(cells.filter(({ workers }) => workers === 0));
	const heights = panels.map((panelCells) => {
		const rows = new Set(panelCells.map(({ title }) => title)).size;
		return HEADING_HEIGHT + rows * ROW_HEIGHT + 20;
	});
	const height = LEGEND_HEIGHT + heights.reduce((sum, each) => sum + each, 0);
	const legend = PARTS.map(({ name, colour }, index) => {
		const x = MARGIN + index * 190;
		return `<rect x="${x}" y="40" width="14" height="14" fill="${colour}"/>${text(x + 20, 52, name)}`;
	});
	let top = LEGEND_HEIGHT;
	const drawn = panels.map((panelCells, index) => {
		const drawing = panel(panelCells, top);
		top += heights[index];
		return drawing;
	});
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">
<title>Delivered, lost and duplicated messages under a rate limit</title>
<style>text { font: 13px sans-serif; fill: #222 } .heading { font-weight: bold } .small { fill: #555; font-size: 12px } .figure { font-weight: bold; font-size: 12px }</style>
<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>
${text(MARGIN, 24, 'Delivered, lost and duplicated messages, and time ÷ theoretical minimum', ' class="heading"')}
${legend.join('')}
${drawn.join('\n')}
</svg>
`;
}
