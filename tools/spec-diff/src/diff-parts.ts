import type { Report } from "./change.ts";

/** The place of a change and the affected operations. */
export interface At {
  readonly place: string;
  readonly operations: readonly string[];
}

/** Reports whether a part of a request became required or optional. */
export function diffRequired(old: boolean, now: boolean, at: At, report: Report): void {
  if (old === now) return;
  report({
    class: now ? "breaking" : "addition",
    kind: "required-changed",
    ...at,
    before: old ? "required" : "optional",
    after: now ? "required" : "optional",
    ...(now && { because: "requests without it are rejected" }),
  });
}

/** Reports added and removed media types. */
export function diffMediaTypes(
  old: readonly string[],
  now: readonly string[],
  side: "request" | "response",
  at: At,
  report: Report,
): void {
  for (const before of old.filter((type) => !now.includes(type))) {
    report({ class: "removal", kind: `${side}-media-type-removed`, ...at, before });
  }
  for (const after of now.filter((type) => !old.includes(type))) {
    report({ class: "addition", kind: `${side}-media-type-added`, ...at, after });
  }
}

/** Reports a changed description. */
export function diffText(
  old: { readonly description: string },
  now: { readonly description: string },
  at: At,
  report: Report,
): void {
  if (old.description === now.description) return;
  const texts = { before: old.description, after: now.description };
  report({ class: "documentation", kind: "description-changed", ...at, ...texts });
}

/** Reports that a part of the API became deprecated, or is no longer deprecated. */
export function diffDeprecated(
  old: { readonly deprecated?: boolean },
  now: { readonly deprecated?: boolean },
  at: At,
  report: Report,
): void {
  const [before, after] = [old.deprecated === true, now.deprecated === true];
  if (before === after) return;
  const marks = { before: String(before), after: String(after) };
  report({ class: "documentation", kind: "deprecated-changed", ...at, ...marks });
}

/** Reports a changed name in generated code. */
export function diffClientName(
  old: { readonly clientName?: string },
  now: { readonly clientName?: string },
  at: At,
  report: Report,
): void {
  if (old.clientName === now.clientName) return;
  report({
    class: "breaking",
    kind: "client-name-changed",
    ...at,
    before: old.clientName ?? "name on the wire",
    after: now.clientName ?? "name on the wire",
    because: "only the name in generated code changes, requests and responses do not",
  });
}
