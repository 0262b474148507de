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
  const text = [source.summary, source.doc]
    .filter((part): part is string => part !== undefined && part.trim() !== "")
    .map((part) => part.trim())
    .join("\n\n");
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
