import type { PackagePlan } from "../plan/types.ts";
import type { Converters } from "./converters.ts";
import type { Layout } from "./layout.ts";
import type { RuntimeModule } from "./runtime.ts";
import type { TypeAnalysis } from "./type-analysis.ts";
import type { TypeText } from "./type-text.ts";

/** The shared state of the writers of one package. */
export interface WriteContext {
  readonly plan: PackagePlan;
  readonly runtime: RuntimeModule;
  readonly layout: Layout;
  readonly types: TypeText;
  readonly analysis: TypeAnalysis;
  readonly converters: Converters;
  /** Models that are sent as XML. */
  readonly xmlModels: Set<string>;
  /** Name and version of the package for the user agent. */
  readonly userAgent: string;
}
