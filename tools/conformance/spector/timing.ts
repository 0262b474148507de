import { compile, NodeHost } from "@typespec/compiler";
import { emitAll } from "./emit.ts";
import type { Spec } from "./suites.ts";

/** Processor time of compiling specs, in milliseconds. */
export interface Timing {
  /** Without any output. */
  readonly bare: number;
  /** With our clients as output. */
  readonly emitting: number;
}

/** Compiles each spec without and with output, by turns, so that whatever else the machine does hits both alike. */
export async function measure(
  specs: readonly Spec[],
  progress: (line: string) => void,
): Promise<Timing> {
  const [first] = specs;
  // The first compile loads the libraries, which is neither's cost.
  if (first !== undefined) await compile(NodeHost, first.entry, { noEmit: true });
  let bare = 0;
  let emitting = 0;
  for (const spec of specs) {
    progress(`timing ${spec.path}`);
    bare += await processorTime(() => compile(NodeHost, spec.entry, { noEmit: true }));
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
