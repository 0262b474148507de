// The types of the plan: paged lists.

import type { EarlierPropertyPlan, TypePlan } from "./models.ts";
import type { WireParameterPlan } from "./parameters.ts";

export interface PagingPlan {
  /** Type of one item. */
  readonly item: TypePlan;
  /** Client and wire names on the path from the response to the items. */
  readonly items: readonly SegmentPlan[];
  /** True if a page without items can omit them, or an object on the path to them. */
  readonly itemsAreOptional?: true;
  /** The path to the next link, in the body or in a header. */
  readonly nextLink?: { readonly header?: string; readonly path: readonly SegmentPlan[] };
  readonly nextLinkVerb: "GET" | "POST";
  /** Query parameters to add to each next link. */
  readonly reinjected: readonly WireParameterPlan[];
  readonly token?: { readonly header?: string; readonly path: readonly SegmentPlan[] };
  /** Argument that carries the token into the next request. */
  readonly tokenParameter?: readonly string[];
  readonly pageSizeParameter?: readonly string[];
  /** For lists without a link or token: the argument that counts pages or items, and its first value. */
  readonly counter?: {
    readonly counts: "pages" | "items";
    readonly parameter: readonly string[];
    readonly start: number;
    /** The default page size. */
    readonly pageSize?: number;
  };
}

export interface SegmentPlan {
  readonly name: string;
  readonly wireName: string;
  /** The name on the wire in API versions in which it differs, oldest first. */
  readonly earlier?: readonly Pick<EarlierPropertyPlan, "versions" | "wireName">[];
}
