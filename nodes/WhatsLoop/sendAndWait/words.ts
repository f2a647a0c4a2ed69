/** The standard words of the message and its pages. */
export interface Words {
	/** BCP 47 tag, for `lang` of the pages. */
	language: string;
	direction: 'ltr' | 'rtl';
	approve: string;
	decline: string;
	respond: string;
	submit: string;
	/** Small text under buttons. */
	tapToAnswer: string;
	/** Label of the field to write in, for screen readers. */
	yourAnswer: string;
	writeSomething: string;
	thankYou: string;
	youAnswered: string;
	canClose: string;
	linkIsBroken: string;
	openAgain: string;
}

/** To add a language, add an entry here and its script in `languageOf`. */
const WORDS = {
	en: {
		language: 'en',
		direction: 'ltr',
		approve: 'Approve',
		decline: 'Decline',
		respond: 'Respond',
		submit: 'Submit',
		tapToAnswer: 'Tap to answer',
		yourAnswer: 'Your answer',
		writeSomething: 'Please write something first.',
		thankYou: 'Thank you',
		youAnswered: 'Your answer:',
		canClose: 'It has arrived. You can close this page.',
		linkIsBroken: 'This link is not complete',
		openAgain: 'Please open it from the message again.',
	},
	ar: {
		language: 'ar',
		direction: 'rtl',
		approve: 'موافقة',
		decline: 'رفض',
		respond: 'الرد',
		submit: 'إرسال',
		tapToAnswer: 'اضغط للإجابة',
		yourAnswer: 'إجابتك',
		writeSomething: 'يرجى كتابة إجابتك أولاً.',
		thankYou: 'شكرًا لك',
		youAnswered: 'إجابتك:',
		canClose: 'وصلت إجابتك. يمكنك إغلاق هذه الصفحة.',
		linkIsBroken: 'هذا الرابط غير مكتمل',
		openAgain: 'يرجى فتحه من الرسالة مرة أخرى.',
	},
} satisfies Record<string, Words>;

export type Language = keyof typeof WORDS;

const isLanguage = (text: unknown): text is Language => typeof text === 'string' && Object.hasOwn(WORDS, text);

/** The first thousand characters are enough to tell the language of a text. */
const MAX_CHARACTERS = 1000;

/** The language of a text by its letters: Arabic if most of them are Arabic, otherwise English. */
export function languageOf(text: string): Language {
	const letters = text.slice(0, MAX_CHARACTERS).match(/\p{Letter}/gu) ?? [];
	const arabic = letters.filter((letter) => /\p{Script=Arabic}/u.test(letter)).length;
	return arabic * 2 > letters.length ? 'ar' : 'en';
}

/**
 * The words for a question.
 *
 * @param chosen the user's choice; any value that is no language means the language of the question
 */
export const wordsFor = (question: string, chosen: unknown): Words =>
	WORDS[isLanguage(chosen) ? chosen : languageOf(question)];
