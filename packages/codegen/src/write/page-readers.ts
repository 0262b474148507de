import type { OperationPlan, PagingPlan, ResponsePlan, SegmentPlan } from "../plan/types.ts";
import type { SourceFile } from "./source-file.ts";
import { speaksText } from "./versions.ts";
import type { WriteContext } from "./write-context.ts";
import { xmlReader } from "./xml.ts";

/** Writes the reader of an operation's pages. */
export function pageReaderOf(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
): string {
  const { paging, responses } = operation;
  const response = responses.find(({ type }) => type !== undefined) ?? responses[0];
  return paging === undefined || response === undefined
    ? file.helper("readAnything")
    : pageReader(context, file, paging, response);
}

/** Writes the reader of a page. It is short in the common case that items and link are properties of the body. */
export function pageReader(
  context: WriteContext,
  file: SourceFile,
  paging: PagingPlan,
  response: ResponsePlan,
): string {
  // A response without a body is an empty page.
  if (response.format === "none") return "() => []";
  const newest = versionReader(context, file, paging, response);
  const reader = pageVersions(paging)
    .map((version) => {
      const older = versionReader(context, file, paging, response, version);
      return `${speaksText(file, [version])} ? ${older} : `;
    })
    .join("");
  return reader === "" ? newest : `(${reader}${newest})`;
}

/** Returns the API versions in which the items or the link of a page have another name. */
function pageVersions({ items, nextLink, token }: PagingPlan): readonly string[] {
  const segments = [...items, ...(nextLink?.path ?? []), ...(token?.path ?? [])];
  const versions = segments.flatMap(({ earlier = [] }) => earlier.flatMap((one) => one.versions));
  return [...new Set(versions)];
}

function nameIn({ earlier = [], wireName }: SegmentPlan, version: string | undefined): string {
  const older = earlier.find(({ versions }) => version !== undefined && versions.includes(version));
  return older?.wireName ?? wireName;
}

/** Writes the reader of a page in an API version, or in the newest one. */
function versionReader(
  context: WriteContext,
  file: SourceFile,
  paging: PagingPlan,
  response: ResponsePlan,
  version?: string,
): string {
  const item = context.converters.reader(file, paging.item);
  const items = paging.items.map((segment) => nameIn(segment, version));
  const next = paging.tokenParameter === undefined ? paging.nextLink : paging.token;
  const path = next?.path.map((segment) => nameIn(segment, version)) ?? [];
  const isFlat = items.length === 1 && path.length <= 1 && next?.header === undefined;
  const optional = paging.itemsAreOptional === true ? [true] : [];
  const link = path[0] ?? (optional.length > 0 ? "" : undefined);
  const places = isFlat
    ? [items[0], ...(link === undefined ? [] : [link]), ...optional]
    : [items, next?.header ?? path, ...optional];
  const texts = places.map((place) => JSON.stringify(place)).join(", ");
  const reader = `${file.helper(isFlat ? "pageOf" : "pageAt")}(${item}, ${texts})`;
  return response.format === "xml" && response.type !== undefined
    ? xmlReader(context, file, response.type, reader)
    : reader;
}
