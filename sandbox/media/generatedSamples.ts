import { crc32, deflateSync } from 'node:zlib';

/** A picture of dunes under a plain sky, made by formula. */
export function samplePng(width = 320, height = 200): Buffer {
	const rows: Buffer[] = [];
	for (let y = 0; y < height; y += 1) {
		const row = Buffer.alloc(1 + width * 3);
		for (let x = 0; x < width; x += 1) {
			const dune = height * 0.6 + Math.sin((x / width) * Math.PI * 2) * height * 0.12;
			const shade = y / height;
			const colour = y < dune ? [246, 227 - shade * 40, 195 - shade * 60] : [20 + shade * 90, 95 + shade * 20, 99];
			row.set(colour, 1 + x * 3);
		}
		rows.push(row);
	}
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 2], 8);
	return Buffer.concat([
		Buffer.from('89504e470d0a1a0a', 'hex'),
		pngChunk('IHDR', header),
		pngChunk('IDAT', deflateSync(Buffer.concat(rows))),
		pngChunk('IEND', Buffer.alloc(0)),
	]);
}

function pngChunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const frame = Buffer.alloc(8);
	frame.writeUInt32BE(data.length, 0);
	frame.writeUInt32BE(crc32(body), 4);
	return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A second of a quiet 440 Hz tone, 8 kHz mono. */
export function sampleWav(): Buffer {
	const sampleRate = 8000;
	const wav = Buffer.alloc(44 + sampleRate, 0);
	wav.write('RIFF', 0, 'latin1');
	wav.writeUInt32LE(36 + sampleRate, 4);
	wav.write('WAVEfmt ', 8, 'latin1');
	wav.writeUInt32LE(16, 16);
	wav.writeUInt16LE(1, 20);
	wav.writeUInt16LE(1, 22);
	wav.writeUInt32LE(sampleRate, 24);
	wav.writeUInt32LE(sampleRate, 28);
	wav.writeUInt16LE(1, 32);
	wav.writeUInt16LE(8, 34);
	wav.write('data', 36, 'latin1');
	wav.writeUInt32LE(sampleRate, 40);
	for (let i = 0; i < sampleRate; i += 1)
		wav[44 + i] = 128 + Math.round(30 * Math.sin((i / sampleRate) * 440 * 2 * Math.PI));
	return wav;
}

/** A one-page document that says hello. */
export function samplePdf(): Buffer {
	const stream = 'BT /F1 24 Tf 72 700 Td (Hello from the sandbox) Tj ET';
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
		`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
	];
	let pdf = '%PDF-1.4\n';
	const offsets = objects.map((object, index) => {
		const offset = pdf.length;
		pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return String(offset).padStart(10, '0');
	});
	const table = offsets.map((offset) => `${offset} 00000 n \n`).join('');
	const size = objects.length + 1;
	const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
	return Buffer.from(`${pdf}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`, 'latin1');
}
