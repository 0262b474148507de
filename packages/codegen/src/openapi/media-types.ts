/** Returns a media type in lower case, without its parameters. */
export function essenceOf(mediaType: string): string {
  return mediaType.toLowerCase().split(";")[0]?.trim() ?? "";
}

export function isJsonType(mediaType: string): boolean {
  return /^(application|text)\/([^;+]+\+)?json$/.test(essenceOf(mediaType));
}

export function isXmlType(mediaType: string): boolean {
  return /^(application|text)\/([^;+]+\+)?xml$/.test(essenceOf(mediaType));
}
