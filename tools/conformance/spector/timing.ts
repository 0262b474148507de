import { compile } from "@typespec/compiler";
import { emitAll, host, shared } from "./emit.ts";
import type { Spec } from "./suites.ts";

/** The CPU time of compiling specs, in milliseconds. */
export interface Timing {
  /** Without output. */
  readonly bare: number;
  /** With our clients as output. */
  readonly emitting: number;
}

/** Compiles each spec in turn without and with output, so that other load on the machine affects both. */
export async function measure(
  specs: readonly Spec[],
  progress: (line: string) => void,
): Promise<Timing> {
  const [first] = specs;
  // The first compile is not measured, because it loads the libraries.
  if (first !== undefined) await compile(host, first.entry, { ...shared, noEmit: true });
  let bare = 0;
  let emitting = 0;
  for (const spec of specs) {
    progress(`timing ${spec.path}`);
    bare += await processorTime(() => compile(host, spec.entry, { ...shared, noEmit: true }));
    emitting += await processorTime(() => emitAll([spec], () => {}));
  }
  return { bare, emitting };
}

async function processorTime(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
