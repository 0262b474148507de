import type { PackagePlan } from "../plan/types.ts";
import type { Converters } from "./converters.ts";
import type { Layout } from "./layout.ts";
import type { RuntimeModule } from "./runtime.ts";
import type { TypeText } from "./type-text.ts";

/** What the writers of one package share. */
export interface WriteContext {
  readonly plan: PackagePlan;
  readonly runtime: RuntimeModule;
  readonly layout: Layout;
  readonly types: TypeText;
  readonly converters: Converters;
  /** Models that travel as XML. */
  readonly xmlModels: Set<string>;
  /** Name and version that the package tells the service in its user agent. */
  readonly userAgent: string;
}
