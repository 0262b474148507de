import type { Diagnostic, Program } from "@typespec/compiler";
import { collectDiagnostics } from "../lib.ts";

/** The owner of a diagnostic: an operation, which is named later, or a type of the plan. */
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

/** Collects what cannot be emitted, with its owner, so that everything can be reported together. */
export class Problems {
  readonly found: Problem[] = [];
  /** Warnings about types that are emitted in a simpler form, once per place. */
  readonly warnings: Diagnostic[] = [];
  #owner: Owner = { kind: "package" };

  /** Runs `work` and keeps the diagnostics of this emitter instead of reporting them. */
  collect<T>(program: Program, work: () => T): T {
    return collectDiagnostics(program, (diagnostic) => this.#add(diagnostic), work);
  }

  #add(diagnostic: Diagnostic): void {
    const { message, severity, target } = diagnostic;
    if (severity === "error") {
      this.found.push({ owner: this.#owner, diagnostic });
    } else if (
      this.warnings.every((other) => other.target !== target || other.message !== message)
    ) {
      this.warnings.push(diagnostic);
    }
  }

  /** Runs `work` and assigns its diagnostics to an owner. */
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
