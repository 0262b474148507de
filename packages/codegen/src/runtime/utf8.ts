/** Encodes text in UTF-8; unpaired surrogates become U+FFFD. Some test environments have no `TextEncoder`. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  const Encoder = globalThis.TextEncoder as typeof globalThis.TextEncoder | undefined;
  if (Encoder) return new Encoder().encode(text);
  const wellFormed = text.replace(/[\uD800-\uDFFF]/gu, "\uFFFD");
  const binary = encodeURIComponent(wellFormed).replace(/%(..)/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
