// n8n finds the classes through the "n8n" section of package.json; this is for programs that require the package by name.
module.exports = {
	...require('./dist/credentials/WhatsLoopApi.credentials.js'),
	...require('./dist/nodes/WhatsLoop/WhatsLoop.node.js'),
	...require('./dist/nodes/WhatsLoop/WhatsLoopTrigger.node.js'),
};
