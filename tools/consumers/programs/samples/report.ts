/** Prints the results of the samples, one line of JSON each. */

/** Returns a value as JSON. Dates are marked, and errors keep only their name and status code. */
function plain(value: unknown): unknown {
  const text = JSON.stringify(value, function (this: Record<string, unknown>, key, given) {
    return this[key] instanceof Date ? `Date ${given}` : given;
  });
  return text === undefined ? undefined : JSON.parse(text);
}

export function print(what: string, value: unknown): void {
  console.log(JSON.stringify([what, plain(value)]));
}

/** Prints the result or the error of an action. */
export async function attempt(what: string, action: () => unknown): Promise<void> {
  try {
    print(what, await action());
  } catch (error) {
    const { name, statusCode } = error as Error & { statusCode?: number };
    // The clients throw different classes for an invalid argument, so only errors with a status code are compared.
    print(`${what}: fails`, statusCode === undefined ? {} : { name, statusCode });
  }
}
