import { join } from "node:path";
import { specId, type Spec } from "./suites.ts";

/** One client that is emitted from a spec. */
export interface Output {
  /** Folder below `out`, in which no other output lies: `type/union/client`. Calls import `#emitted/type/union/client`. */
  readonly folder: string;
  readonly entry: string;
  /** Options of the emitter. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** What is emitted from a spec beyond its default client: other API versions, older descriptions. */
interface Variant {
  /** The output's folder beside the default one, which is `client`. */
  readonly folder: string;
  /** Another file of the spec to compile. */
  readonly entry?: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** By spec. The scenarios of these specs are about more than one version of a service. */
const variants: Readonly<Record<string, readonly Variant[]>> = {
  "http-specs/versioning/removed": [
    { folder: "client-v1", options: { "api-version": "v1" } },
    { folder: "client-v2preview", options: { "api-version": "v2preview" } },
  ],
  "azure-http-specs/resiliency/srv-driven": [{ folder: "client-old", entry: "old.tsp" }],
};

/** Everything to emit for a spec, its default client first. */
export function outputsOf(spec: Spec): Output[] {
  return [
    { folder: `${spec.path}/client`, entry: spec.entry, options: {} },
    ...(variants[specId(spec)] ?? []).map(({ folder, entry, options }) => ({
      folder: `${spec.path}/${folder}`,
      entry: entry === undefined ? spec.entry : join(spec.entry, "..", entry),
      options: options ?? {},
    })),
  ];
}
