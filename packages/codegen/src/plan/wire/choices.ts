import type { SdkUnionType } from "@azure-tools/typespec-client-generator-core";
import { reportDiagnostic } from "../../lib.ts";
import type { TypePlan } from "../types/models.ts";
import { targetOf, type Planner } from "../planner.ts";
import { planType } from "../types-of.ts";
import { codecOf, isLeaf, valueKindOf } from "./codecs.ts";

/** The form of a value in the client, and on the wire. */
interface Forms {
  readonly client: string;
  readonly wire: string;
}

/** Reports a union whose values have the same JavaScript type and are written differently. */
export function checkChoice(planner: Planner, type: SdkUnionType): void {
  const byClient = new Map<string, string>();
  for (const variant of type.variantTypes) {
    const { client, wire } = formsOf(planType(planner, variant));
    if ((byClient.get(client) ?? wire) !== wire) {
      reportDiagnostic(planner.program, {
        code: "unsupported-type",
        messageId: "ambiguous",
        format: { place: "union", name: type.name },
        target: targetOf(type),
      });
      return;
    }
    byClient.set(client, wire);
  }
}

function formsOf(type: TypePlan): Forms {
  if (isLeaf(type)) {
    const codec = codecOf(type);
    return { client: valueKindOf(codec), wire: codec };
  }
  const around = (before: string, inner: readonly Forms[], after: string): Forms => ({
    client: `${before}${inner.map(({ client }) => client).join()}${after}`,
    wire: `${before}${inner.map(({ wire }) => wire).join()}${after}`,
  });
  switch (type.kind) {
    case "array": {
      const { client, wire } = around("list(", [formsOf(type.of)], ")");
      return { client, wire: type.text === undefined ? wire : JSON.stringify(type.text) };
    }
    case "record":
      return around("record(", [formsOf(type.of)], ")");
    case "tuple":
      return around("tuple(", type.of.map(formsOf), ")");
    case "nullable":
    case "part":
      return formsOf(type.of);
    default: {
      // Models are distinguished by the names and types of their properties.
      const name = JSON.stringify(type);
      return { client: name, wire: name };
    }
  }
}
