import * as fc from "fast-check";
import type { Clients } from "./clients.ts";
import type { StubResponse } from "./recorder.ts";

type Ours = Clients["ours"];
type Theirs = Clients["theirs"];

/** An operation to call with the same arguments with both clients. */
export interface Pair {
  readonly operation: string;
  /** The successful responses, in the order in which the server sends them. */
  readonly responses: (endpoint: string) => fc.Arbitrary<readonly StubResponse[]>;
  /** The calls of both clients for one set of arguments. */
  readonly calls: fc.Arbitrary<{
    readonly ours: (client: Ours) => Promise<unknown>;
    readonly theirs: (client: Theirs) => Promise<unknown>;
    /** The arguments, printed if the clients differ. */
    readonly input: unknown;
  }>;
}

/** Combines the calls of both clients with the responses that they receive. */
export function pair<Input>(
  operation: string,
  responses: Pair["responses"],
  calls: {
    readonly input: fc.Arbitrary<Input>;
    readonly ours: (client: Ours, input: Input) => Promise<unknown>;
    readonly theirs: (client: Theirs, input: Input) => Promise<unknown>;
  },
): Pair {
  return {
    operation,
    responses,
    calls: calls.input.map((input) => ({
      input,
      ours: (client) => calls.ours(client, input),
      theirs: (client) => calls.theirs(client, input),
    })),
  };
}

/** Generates options, each of which can be absent. */
export function options<Fields extends object>(fields: {
  [Name in keyof Fields]: fc.Arbitrary<Fields[Name]>;
}): fc.Arbitrary<Partial<Fields>> {
  const all = fc.record<Fields, never>(fields, { requiredKeys: [], noNullPrototype: true });
  return all as fc.Arbitrary<Partial<Fields>>;
}
