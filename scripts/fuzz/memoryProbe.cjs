// Loaded into n8n before everything else. `/resident` answers with the memory of the process, which includes what is merely
// not collected yet. `/held` collects all garbage first, so that only what something still refers to is counted.
const { createServer } = require('node:http');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

const answers = {
	'/resident': () => process.memoryUsage().rss,
	'/held': () => {
		// Several times: finalisers of the first round let go of more, and V8 drops unused compiled code only after some rounds.
		for (let round = 0; round < 4; round++) collect();
		const { heapUsed, external } = process.memoryUsage();
		return heapUsed + external;
	},
};

// the process that watches over n8n, and those that n8n starts, load this, too
if (/[\\/]n8n$/.test(process.argv[1] ?? '')) {
	createServer(({ url }, response) => response.end(String(answers[url]())))
		.listen(Number(process.env.MEMORY_PROBE_PORT), '127.0.0.1')
		.unref();
}
