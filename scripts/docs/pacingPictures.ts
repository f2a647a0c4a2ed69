import { resolvePolicy, type RateLimitReading } from '../../sandbox';
import { READINGS } from '../../sandbox/rateLimit/readings';
import { LATENCIES } from '../../test/unit/transport/rateLimit/latencies';
import { simulate } from '../../test/unit/transport/rateLimit/simulation';
import { seeded } from '../random';

const TITLES: Record<RateLimitReading, string> = {
	window: 'A window with a trickle: 60 at once, then one per second until the minute ends',
	bucket: 'A leaky bucket: 60 at once, then one per second, for ever',
	fixed: 'A fixed window: 60 at once, then nothing until the minute ends',
};

const MESSAGES = 200;
const SHOWN_SECONDS = 130;
const WIDTH = 760;
const HEIGHT = 260;
const LEFT = 50;
const TOP = 34;
const RIGHT = 20;
const BOTTOM = 36;

const x = (seconds: number) => LEFT + (seconds / SHOWN_SECONDS) * (WIDTH - LEFT - RIGHT);
const y = (messages: number) => HEIGHT - BOTTOM - (messages / MESSAGES) * (HEIGHT - TOP - BOTTOM);

/** When each message is accepted for a client that loses no time. */
function soonestSeconds(reading: RateLimitReading): number[] {
	const policy = resolvePolicy({ limit: 60, windowSeconds: 60, reading });
	let nowMs = 0;
	let state: unknown;
	const moments: number[] = [];
	while (moments.length < MESSAGES) {
		const decision = READINGS[reading].decide(state, policy, nowMs);
		state = decision.state;
		if (decision.verdict.accepted) moments.push(nowMs / 1000);
		else nowMs = decision.verdict.retryAtMs;
	}
	return moments;
}

/** A line that goes up by one at each moment. */
function steps(moments: number[]): string {
	const shown = moments.filter((seconds) => seconds <= SHOWN_SECONDS);
	const points = shown.map((seconds, index) => `H${x(seconds).toFixed(1)} V${y(index + 1).toFixed(1)}`);
	return `M${x(0).toFixed(1)} ${y(0).toFixed(1)} ${points.join(' ')} H${x(SHOWN_SECONDS).toFixed(1)}`;
}

/** One picture: what the limit allows at most, what the tracker got through, and its refusals. */
function picture(reading: RateLimitReading): string {
	const { requests } = simulate({
		policy: { limit: 60, windowSeconds: 60, reading },
		messages: MESSAGES,
		trip: LATENCIES.heavyTail,
		random: seeded(1),
	});
	const startMs = requests[0].arrivedAtMs;
	const at = ({ arrivedAtMs }: { arrivedAtMs: number }) => (arrivedAtMs - startMs) / 1000;
	const accepted = requests.filter(({ accepted: isAccepted }) => isAccepted).map(at);
	const refused = requests.filter((request) => !request.accepted).map(at);
	const crosses = refused
		.filter((seconds) => seconds <= SHOWN_SECONDS)
		.map((seconds) => {
			const reached = accepted.filter((each) => each < seconds).length;
			return `<circle cx="${x(seconds).toFixed(1)}" cy="${y(reached).toFixed(1)}" r="4" fill="#d55e00"/>`;
		});
	const minutes = [0, 30, 60, 90, 120].map(
		(seconds) =>
			`<line x1="${x(seconds).toFixed(1)}" y1="${TOP}" x2="${x(seconds).toFixed(1)}" y2="${HEIGHT - BOTTOM}" stroke="#dddddd"/><text x="${x(seconds).toFixed(1)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${seconds} s</text>`,
	);
	const counts = [0, 60, 120, 180].map(
		(messages) => `<text x="${LEFT - 8}" y="${y(messages) + 4}" text-anchor="end">${messages}</text>`,
	);
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img">
<title>${TITLES[reading]}</title>
<style>text { font: 12px sans-serif; fill: #222222 }</style>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
<text x="${LEFT}" y="20" style="font-weight: bold">${TITLES[reading]}</text>
${minutes.join('\n')}
${counts.join('\n')}
<path d="${steps(soonestSeconds(reading))}" fill="none" stroke="#999999" stroke-width="5" stroke-opacity="0.45"/>
<path d="${steps(accepted)}" fill="none" stroke="#009e73" stroke-width="1.8"/>
${crosses.join('\n')}
<text x="${WIDTH - RIGHT}" y="${HEIGHT - 6}" text-anchor="end">messages accepted: grey the most that the limit allows, green this package, orange dots refusals</text>
</svg>
`;
}

/** The pictures of docs/pacing.md by file name. The simulation is repeatable, so they change only when the tracker does. */
export const pacingPictures = (): Record<string, string> =>
	Object.fromEntries(
		(['window', 'bucket', 'fixed'] as const).map((reading) => [`docs/pacing/${reading}.svg`, picture(reading)]),
	);
