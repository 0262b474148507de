import type {
  SdkHttpOperation,
  SdkMethodParameter,
  SdkModelPropertyType,
  SdkServiceMethod,
  SdkServiceResponseHeader,
} from "@azure-tools/typespec-client-generator-core";
import { getMinValue, type Value } from "@typespec/compiler";
import { wireNameOf } from "./models.ts";
import type { Planner } from "./planner.ts";
import { planSegments, type ArgumentNames } from "./sources.ts";
import { planType } from "./types-of.ts";
import { planParameterText } from "./wire/parameters.ts";
import type { PagingPlan, SegmentPlan, WireParameterPlan } from "./types.ts";
import { planEarlierNames } from "./versions/earlier.ts";

/** Common names of query parameters for the page size, for specs that do not mark it. */
const pageSizeNames = /^\$?(max_?page_?size|top|page_?size)$/i;

/** Plans the paging of an operation. */
export function planPaging(
  planner: Planner,
  method: SdkServiceMethod<SdkHttpOperation>,
  names: ArgumentNames,
): PagingPlan | undefined {
  if (method.kind !== "paging" && method.kind !== "lropaging") return undefined;
  const metadata = method.pagingMetadata;
  const itemsType = method.response.type;
  const item =
    itemsType?.kind === "array"
      ? planType(planner, itemsType.valueType)
      : { kind: "unknown" as const };
  const itemSegments = metadata.pageItemsSegments ?? method.response.resultSegments ?? [];
  const nextLink = planLink(planner, metadata.nextLinkSegments);
  const token = planLink(planner, metadata.continuationTokenResponseSegments);
  const tokenParameter = metadata.continuationTokenParameterSegments;
  const pageSizeParameter = metadata.pageSizeParameterSegments;
  const isLinked = nextLink !== undefined || (tokenParameter ?? []).length > 0;
  const counter = isLinked ? undefined : planCounter(planner, method, names);
  return {
    item,
    items: itemSegments.map((segment) => planSegment(planner, segment)),
    ...(itemSegments.some(({ optional }) => optional) ? { itemsAreOptional: true } : {}),
    ...(nextLink === undefined ? {} : { nextLink }),
    nextLinkVerb: metadata.nextLinkVerb ?? "GET",
    reinjected: (metadata.nextLinkReInjectedParametersSegments ?? []).flatMap((segments) =>
      planReinjected(planner, method, segments, names),
    ),
    ...(token === undefined ? {} : { token }),
    ...(tokenParameter === undefined || tokenParameter.length === 0
      ? {}
      : { tokenParameter: argumentPath(tokenParameter, names) }),
    ...planPageSize(method, pageSizeParameter, names),
    ...(counter === undefined ? {} : { counter }),
  };
}

/** Finds the parameter that `@pageIndex` or `@offset` marks. TCGC leaves these to the compiler. */
function planCounter(
  planner: Planner,
  method: SdkServiceMethod<SdkHttpOperation>,
  names: ArgumentNames,
): PagingPlan["counter"] {
  if (method.kind !== "paging" && method.kind !== "lropaging") return undefined;
  const input = method.pagingMetadata.__raw?.input;
  const found = input?.pageIndex ?? input?.offset;
  const root = method.parameters.find(({ name }) => name === found?.path[0]?.name);
  if (found === undefined || root === undefined || !names.has(root.name)) return undefined;
  const path = [
    names.get(root.name)?.name ?? root.name,
    ...found.path.slice(1).map(({ name }) => name),
  ];
  const size = numberOf(input?.pageSize?.property.defaultValue);
  const pageSize = size === undefined ? {} : { pageSize: size };
  const given = numberOf(found.property.defaultValue);
  if (found === input?.offset) {
    return { counts: "items", parameter: path, start: given ?? 0, ...pageSize };
  }
  // Pages are counted from 1, unless the spec allows or sets another first page.
  const least = getMinValue(planner.program, found.property);
  return { counts: "pages", parameter: path, start: given ?? least ?? 1, ...pageSize };
}

function numberOf(value: Value | undefined): number | undefined {
  return value?.valueKind === "NumericValue" ? (value.value.asNumber() ?? undefined) : undefined;
}

function planSegment(planner: Planner, segment: SdkModelPropertyType): SegmentPlan {
  const wireName = wireNameOf(segment);
  const earlier = planEarlierNames(planner, segment.__raw, wireName);
  return { name: segment.name, wireName, ...(earlier.length === 0 ? {} : { earlier }) };
}

function planLink(
  planner: Planner,
  segments: readonly (SdkServiceResponseHeader | SdkModelPropertyType)[] | undefined,
): PagingPlan["nextLink"] {
  if (segments === undefined || segments.length === 0) return undefined;
  const path: SegmentPlan[] = [];
  for (const segment of segments) {
    if (segment.kind === "responseheader") {
      return { header: segment.serializedName.toLowerCase(), path: [] };
    }
    path.push(planSegment(planner, segment));
  }
  return { path };
}

function argumentPath(
  segments: readonly (SdkMethodParameter | SdkModelPropertyType)[],
  names: ArgumentNames,
): readonly string[] {
  const [root, ...rest] = segments;
  if (root === undefined) return [];
  return [names.get(root.name)?.name ?? root.name, ...rest.map((segment) => segment.name)];
}

function planPageSize(
  method: SdkServiceMethod<SdkHttpOperation>,
  segments: readonly (SdkMethodParameter | SdkModelPropertyType)[] | undefined,
  names: ArgumentNames,
): Pick<PagingPlan, "pageSizeParameter"> {
  if (segments !== undefined && segments.length > 0) {
    return { pageSizeParameter: argumentPath(segments, names) };
  }
  const named = method.operation.parameters.find(
    (parameter) => parameter.kind === "query" && pageSizeNames.test(parameter.serializedName),
  );
  const root = named?.methodParameterSegments[0]?.[0];
  return root === undefined ? {} : { pageSizeParameter: argumentPath([root], names) };
}

function planReinjected(
  planner: Planner,
  method: SdkServiceMethod<SdkHttpOperation>,
  segments: readonly (SdkMethodParameter | SdkModelPropertyType)[],
  names: ArgumentNames,
): WireParameterPlan[] {
  const source = planSegments(segments, names);
  const last = segments.at(-1);
  if (last === undefined) return [];
  const parameter = method.operation.parameters.find(
    (candidate) =>
      candidate.kind === "query" &&
      candidate.methodParameterSegments.some((path) => path.at(-1) === last || path[0] === last),
  );
  if (parameter?.kind !== "query") return [];
  return [
    {
      wireName: parameter.serializedName,
      source: source ?? { from: "client", name: segments[0]?.name ?? parameter.name },
      text: planParameterText(planner, parameter),
      optional: parameter.optional || source?.from === "option",
      explode: parameter.explode,
    },
  ];
}
