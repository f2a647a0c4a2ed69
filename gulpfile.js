const { rm } = require('node:fs/promises');
const { spawn } = require('node:child_process');
const { src, dest, series, parallel } = require('gulp');

const clean = () => rm('dist', { recursive: true, force: true });

const compile = () =>
	spawn(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.json'], { stdio: 'inherit' });

/** Icons and codex files stand beside their node. gulp 5 would re-encode what it takes for text, hence `encoding: false`. */
const copyIconsAndCodex = () =>
	src('{nodes,credentials}/**/*.{svg,png,node.json}', { encoding: false }).pipe(dest('dist'));

exports.clean = clean;
exports.build = series(clean, parallel(compile, copyIconsAndCodex));
exports.default = exports.build;
