import type { Diagnostic, Program } from "@typespec/compiler";
import { collectDiagnostics } from "../lib.ts";

/** What a diagnostic was found in: an operation, whose name is settled later, or a type of the plan. */
export type Owner =
  | OperationOwner
  | { readonly kind: "type"; readonly name: string }
  | { readonly kind: "package" };

export interface OperationOwner {
  readonly kind: "operation";
  client: string;
  operation: string;
}

export interface Problem {
  readonly owner: Owner;
  readonly diagnostic: Diagnostic;
}

/** Collects what cannot be emitted, with what it belongs to, so that all of it can be told at once. */
export class Problems {
  readonly found: Problem[] = [];
  #owner: Owner = { kind: "package" };

  /** Runs `work` while diagnostics of this emitter are kept here instead of being reported. */
  collect<T>(program: Program, work: () => T): T {
    return collectDiagnostics(
      program,
      (diagnostic) => void this.found.push({ owner: this.#owner, diagnostic }),
      work,
    );
  }

  /** Runs `work` for an owner, which the diagnostics of that time belong to. */
  during<T>(owner: Owner, work: () => T): T {
    const before = this.#owner;
    this.#owner = owner;
    try {
      return work();
    } finally {
      this.#owner = before;
    }
  }
}
