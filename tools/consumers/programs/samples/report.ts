/** What the samples print: one line of JSON for everything that an app gets. */

/** A value as JSON, with its dates marked; of an error only what programs decide by. */
function plain(value: unknown): unknown {
  const text = JSON.stringify(value, function (this: Record<string, unknown>, key, given) {
    return this[key] instanceof Date ? `Date ${given}` : given;
  });
  return text === undefined ? undefined : JSON.parse(text);
}

export function print(what: string, value: unknown): void {
  console.log(JSON.stringify([what, plain(value)]));
}

/** Prints what an action gives, or how it fails. */
export async function attempt(what: string, action: () => unknown): Promise<void> {
  try {
    print(what, await action());
  } catch (error) {
    const { name, statusCode } = error as Error & { statusCode?: number };
    // An argument that cannot be sent is a TypeError in one client and has a class in the other.
    print(`${what}: fails`, statusCode === undefined ? {} : { name, statusCode });
  }
}
