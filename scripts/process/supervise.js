// Runs a command in a process group of its own and ends the whole group when standard input closes. The pipe closes
// however the parent goes, kill -9 included, so nothing is ever left running.
// usage: node supervise.js <grace seconds> <command> [arguments…]
const { spawn } = require('node:child_process');

const [graceSeconds, command, ...commandArguments] = process.argv.slice(2);

const child = spawn(command, commandArguments, { stdio: ['ignore', 'inherit', 'inherit'], detached: true });

const signalGroup = (signal) => {
	try {
		process.kill(-child.pid, signal);
	} catch (error) {
		if (error.code !== 'ESRCH') throw error;
	}
};

const end = () => {
	signalGroup('SIGTERM');
	setTimeout(() => signalGroup('SIGKILL'), Number(graceSeconds) * 1000);
};

// Ctrl-C reaches every process of the terminal; the parent alone decides, by closing the pipe.
for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {});
process.on('SIGTERM', end);
process.stdin.on('close', end);
// anything written to it means: at once, without a chance to tidy up
process.stdin.on('data', () => signalGroup('SIGKILL'));
process.stdin.resume();

child.on('error', (error) => {
	console.error(`${command}: ${error.message}`);
	process.exit(127);
});
child.on('exit', (code) => {
	signalGroup('SIGKILL');
	process.exit(code ?? 1);
});
