import type { DocPlan } from "./types.ts";
import { versionsOf, type Planner } from "./planner.ts";

interface Documented {
  readonly doc?: string;
  readonly summary?: string;
  readonly deprecation?: string;
  readonly apiVersions?: readonly string[];
}

/** The documentation of something; nothing where the spec says nothing. */
export function planDoc(planner: Planner, source: Documented): DocPlan | undefined {
  const summary = source.summary?.trim() ?? "";
  const doc = source.doc?.trim() ?? "";
  // A summary is often how the rest begins.
  const text = doc.startsWith(summary) ? doc : [summary, doc].filter(Boolean).join("\n\n");
  const versions =
    source.apiVersions === undefined
      ? undefined
      : versionsOf(planner, { apiVersions: source.apiVersions });
  if (text === "" && versions === undefined && source.deprecation === undefined) return undefined;
  return {
    text,
    ...(versions === undefined ? {} : { versions }),
    ...(source.deprecation === undefined ? {} : { deprecated: source.deprecation }),
  };
}
