import { serializeValueAsJson, type Type } from "@typespec/compiler";
import type { DocPlan } from "./types.ts";
import { versionsOf, type Planner } from "./planner.ts";

interface Documented {
  readonly doc?: string;
  readonly summary?: string;
  readonly deprecation?: string;
  readonly apiVersions?: readonly string[];
  readonly clientDefaultValue?: unknown;
  readonly __raw?: unknown;
}

/** Describes the default of the service. Defaults of the client are documented elsewhere. */
function defaultText(planner: Planner, source: Documented, ownText: string): string {
  const raw = source.__raw as Type | undefined;
  if (raw?.kind !== "ModelProperty" || raw.defaultValue === undefined) return "";
  if (source.clientDefaultValue !== undefined || /\bdefault/i.test(ownText)) return "";
  const value: unknown = serializeValueAsJson(planner.program, raw.defaultValue, raw.type);
  return value === undefined ? "" : `Default: \`${JSON.stringify(value)}\`.`;
}

/** Plans the documentation of something; undefined if the spec has none. */
export function planDoc(planner: Planner, source: Documented): DocPlan | undefined {
  const summary = source.summary?.trim() ?? "";
  const doc = source.doc?.trim() ?? "";
  // The documentation often begins with the summary.
  const ownText = doc.startsWith(summary) ? doc : [summary, doc].filter(Boolean).join("\n\n");
  const required = planner.past?.needs(source.__raw as Type | undefined)?.strict ?? [];
  const need =
    required.length === 0
      ? ""
      : `Required in ${required.map((version) => `\`${version}\``).join(", ")}.`;
  const text = [ownText, defaultText(planner, source, ownText), need].filter(Boolean).join(" ");
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
