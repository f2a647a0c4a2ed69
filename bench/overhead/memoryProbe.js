// Preloaded into n8n: a thread of its own looks at the process's memory, for n8n's main thread may be busy for seconds.
// Writes one line of `<milliseconds since the epoch> <highest resident bytes since the last line>` four times a second.
const { Worker, isMainThread } = require('node:worker_threads');
const { appendFileSync } = require('node:fs');

const LOOK_EVERY_MS = 10;
const WRITE_EVERY_MS = 250;
const file = process.env.MEMORY_PROBE_FILE;

if (isMainThread) {
	// n8n starts helpers of its own with the same environment; only n8n itself is meant
	if (process.argv[1]?.endsWith('n8n')) new Worker(__filename, { execArgv: [], stdout: false }).unref();
} else {
	let highest = 0;
	let writtenAtMs = Date.now();
	setInterval(() => {
		highest = Math.max(highest, process.memoryUsage.rss());
		if (Date.now() - writtenAtMs < WRITE_EVERY_MS) return;
		writtenAtMs = Date.now();
		appendFileSync(file, `${writtenAtMs} ${highest}\n`);
		highest = 0;
	}, LOOK_EVERY_MS);
}
