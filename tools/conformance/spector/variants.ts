import { join } from "node:path";
import { specId, type Spec } from "./suites.ts";

/** A client to emit from a spec. */
export interface Output {
  /** The folder below `out`, such as `type/union/client`. Calls import it as `#emitted/type/union/client`. */
  readonly folder: string;
  readonly entry: string;
  /** Options of the emitter. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** An additional client to emit from a spec, with another API version or from an older description. */
interface Variant {
  /** The folder of the output, next to that of the default client, `client`. */
  readonly folder: string;
  /** Another file of the spec to compile. */
  readonly entry?: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** The variants by spec. The scenarios of these specs need several versions of a service. */
const variants: Readonly<Record<string, readonly Variant[]>> = {
  "http-specs/versioning/removed": [
    { folder: "client-v1", options: { "api-version": "v1" } },
    { folder: "client-v2preview", options: { "api-version": "v2preview" } },
  ],
  "azure-http-specs/resiliency/srv-driven": [{ folder: "client-old", entry: "old.tsp" }],
};

/** Returns the clients to emit for a spec, the default client first. */
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
