// `isWellFormed` and `TextEncoder` are not on every supported platform.

/** Whether a text has no unpaired surrogates, which cannot be encoded in UTF-8. */
export function isWellFormed(text: string): boolean {
  return !/[\uD800-\uDFFF]/u.test(text);
}

/** The number of bytes of a text in UTF-8, in which an unpaired surrogate becomes U+FFFD. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}
