// `isWellFormed` and `TextEncoder` are not available on every supported platform.

/** Returns whether a text has no unpaired surrogates, which UTF-8 cannot encode. */
export function isWellFormed(text: string): boolean {
  return !/[\uD800-\uDFFF]/u.test(text);
}

/** Returns the size of a text in bytes of UTF-8, in which an unpaired surrogate becomes U+FFFD. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}
