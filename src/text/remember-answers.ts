/**
 * Gives a function that remembers its answers: for what is asked again and again with the same few texts or numbers
 * (names of folders, keys, languages). It remembers at most `most` of them and then begins anew, so that its memory
 * does not grow with what authors write. Answers must depend on what is asked alone, and nobody may change them.
 */
export function rememberAnswers<Asked extends string | number, Answer extends NonNullable<unknown>>(
	answer: (asked: Asked) => Answer,
	most = 2000,
): (asked: Asked) => Answer {
	const known = new Map<Asked, Answer>();
	return (asked) => {
		const remembered = known.get(asked);
		if (remembered !== undefined) return remembered;
		const fresh = answer(asked);
		if (known.size >= most) known.clear();
		known.set(asked, fresh);
		return fresh;
	};
}
