/** `use(value)`, at once if the value is there at once. */
export function whenKnown<Value, Result>(
	value: Value | Promise<Value>,
	use: (value: Value) => Result | Promise<Result>,
): Result | Promise<Result> {
	return value instanceof Promise ? value.then(use) : use(value);
}
