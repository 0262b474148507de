import type { SdkModelType, SdkType } from "@azure-tools/typespec-client-generator-core";
import { reportDiagnostic } from "../lib.ts";
import { targetOf, type Planner } from "./planner.ts";
import { refuseChange } from "./versions/earlier.ts";

// How XML is read and written: docs/decisions/0071-xml-is-converted-to-json.md
/** Reports properties of a model, and of the models in it, that cannot be represented in XML. */
export function checkXml(
  planner: Planner,
  model: SdkModelType,
  seen: Set<SdkModelType> = new Set(),
): void {
  if (seen.has(model)) return;
  seen.add(model);
  if (model.baseModel !== undefined) checkXml(planner, model.baseModel, seen);
  for (const property of model.properties) {
    const bare = withoutNull(property.type);
    const value = withoutNull(bare.kind === "array" ? bare.valueType : bare);
    const inner = value.kind === "dict" ? withoutNull(value.valueType) : value;
    refuseChange(
      planner,
      property.__raw,
      "an XML element",
      "Mark the old one with @removed, and add the new one with @added.",
      property.serializationOptions.xml?.name,
    );
    if (inner.kind === "model") checkXml(planner, inner, seen);
    else if (nested.has(inner.kind)) {
      reportDiagnostic(planner.program, {
        code: "unsupported-type",
        format: { place: "XML element", name: property.name, kind: inner.kind },
        target: targetOf(property),
      });
    }
  }
}

/** Types that are not text, and that elements of one name cannot distinguish. */
const nested: ReadonlySet<SdkType["kind"]> = new Set([
  "array",
  "dict",
  "tuple",
  "union",
  "unknown",
]);

function withoutNull(type: SdkType): SdkType {
  return type.kind === "nullable" ? withoutNull(type.type) : type;
}
