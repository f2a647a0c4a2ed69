import { addressProblem } from '../../../nodes/WhatsLoop/trigger/webhookAddress';

describe('an address that WhatsLoop can call', () => {
	test.each([
		'https://n8n.example.com/webhook/1',
		'https://8.8.8.8/webhook/1',
		'https://172.32.0.1/',
		'https://100.128.0.1/',
		'https://[2001:db8::1]/',
	])('%s', (url) => {
		expect(addressProblem(url)).toBeUndefined();
	});
});

describe('an address that WhatsLoop can not call', () => {
	test.each<[string, RegExp]>([
		['http://localhost:5678/webhook/1', /localhost/],
		['https://LOCALHOST/webhook/1', /only known on this machine/],
		['http://127.0.0.1:5678/', /private network/],
		['https://10.1.2.3/', /private network/],
		['https://172.16.0.1/', /private network/],
		['https://172.31.255.1/', /private network/],
		['https://192.168.1.5/', /private network/],
		['https://169.254.169.254/', /private network/],
		['https://100.64.0.1/', /private network/],
		['https://[::1]/', /private network/],
		['https://[fd00::1]/', /private network/],
		['https://[fe80::1]/', /private network/],
		['https://n8n.local/', /only known/],
		['https://n8n/', /without a domain/],
		['http://n8n.example.com/', /https/],
		['', /not a web address/],
	])('%s', (url, problem) => {
		expect(addressProblem(url)).toMatch(problem);
	});
});
