import { runInNewContext } from 'node:vm';
import axios from 'axios';
import type { IDataObject, INode } from 'n8n-workflow';
import { contractFor } from '../../../../nodes/WhatsLoop/contracts';
import { buildRequest } from '../../../../nodes/WhatsLoop/contracts/buildRequest';
import { STEPS } from '../../../../scripts/selfCheck/requests';
import { API_READ, selfCheckWorkflow } from '../../../../scripts/selfCheck/workflow';
import type { ContractName, Sandbox } from '../../../../sandbox';

type Items = Array<{ json: IDataObject }>;

export interface Report {
	html: string;
	markdown: string;
	link: string;
}

const { nodes } = selfCheckWorkflow();
const nodeNamed = (name: string): INode => nodes.find((node) => node.name === name)!;

/** The output of n8n's HTTP Request node for each item, with the options of the workflow. */
async function askAll(requests: Items, token: string): Promise<Items> {
	const answers: Items = [];
	for (const { json } of requests) {
		const { method, url, bodyText } = json as { method: string; url: string; bodyText: string };
		const { status, headers, data } = await axios.request<string>({
			method,
			url,
			headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
			...(method !== 'GET' && { data: bodyText }),
			transformResponse: (text: string) => text,
			validateStatus: () => true,
			proxy: false,
		});
		answers.push({ json: { statusCode: status, headers: { ...headers } as IDataObject, data } });
	}
	return answers;
}

/** The output of the WhatsLoop node for the read that shows which API it is. */
export function refusalOf(api: ContractName): IDataObject {
	const { resource, operation } = API_READ;
	const asked = { id: `${resource}.${operation}`, name: 'Get Status', labels: {} };
	try {
		buildRequest(contractFor(api), asked, {});
		return {};
	} catch (error) {
		return { error: (error as Error).message };
	}
}

/** Runs the code of the workflow's nodes without n8n, and passes the items from one to the next. */
export async function runSelfCheck(sandbox: Sandbox, api: ContractName, number = '+966 50 000 0001'): Promise<Report> {
	const { baseUrl, token } = sandbox.addresses[api];
	const outputs: Record<string, Items> = {
		'Your Number': [{ json: { number, baseUrl } }],
		'Which API': [{ json: refusalOf(api) }],
	};
	const $ = (name: string) => ({ first: () => outputs[name][0], all: () => outputs[name] });
	const runCode = (name: string) => {
		const code = nodeNamed(name).parameters.jsCode as string;
		outputs[name] = runInNewContext(`(() => {${code}\n})()`, { $ }) as Items;
	};
	runCode('All Requests');
	for (const { step } of STEPS) {
		runCode(`Requests ${step}`);
		outputs[`Ask ${step}`] = await askAll(outputs[`Requests ${step}`], token);
	}
	runCode('Report');
	return outputs.Report[0].json as unknown as Report;
}
