import { UsageFlags } from "@azure-tools/typespec-client-generator-core";
import type { Planner } from "./planner.ts";
import { nameOf } from "./planner.ts";
import { isPresentIn, itemShape } from "./shape.ts";
import type { ModelPlan, OperationForm, PackagePlan, Shape, TypePlan } from "./types.ts";
import { formTypes, typesOf } from "./versions/types.ts";

/** Determines the shapes in which operations use each model, and adds them to the plan. */
export function markShapes(planner: Planner, plan: PackagePlan): PackagePlan {
  const models = new Map(plan.models.map((model) => [model.name, model]));
  const unions = new Map(plan.unions.map((union) => [union.name, union]));
  const shapes = new Map<string, Set<Shape>>();
  const visit = (type: TypePlan, shape: Shape): void => {
    switch (type.kind) {
      case "model":
        visitModel(type.ref, shape);
        break;
      case "union":
        for (const variant of visitOnce(`union ${type.ref}`, shape)
          ? (unions.get(type.ref)?.variants ?? [])
          : []) {
          visit(variant, shape);
        }
        break;
      case "array":
        // A merge patch replaces arrays as a whole, so items are not patches.
        visit(type.of, itemShape(shape));
        break;
      case "record":
      case "nullable":
      case "part":
        visit(type.of, shape);
        break;
      case "tuple":
        for (const element of type.of) visit(element, shape);
        break;
      default:
    }
  };
  const visitOnce = (key: string, shape: Shape): boolean => {
    const seen = shapes.get(key) ?? new Set();
    shapes.set(key, seen);
    if (seen.has(shape)) return false;
    seen.add(shape);
    return true;
  };
  const visitModel = (name: string, shape: Shape): void => {
    const model = models.get(name);
    if (model === undefined || !visitOnce(name, shape)) return;
    if (model.base !== undefined) visitModel(model.base, shape);
    for (const property of model.properties) {
      if (!isPresentIn(property, shape)) continue;
      for (const type of typesOf(property)) visit(type, shape);
    }
    if (model.additional !== undefined) visit(model.additional, shape);
    for (const subtype of model.discriminator?.subtypes ?? []) visitModel(subtype.model, shape);
  };
  const visitForm = (form: OperationForm): void => {
    for (const parameter of [...form.parameters, ...form.options]) {
      for (const type of formTypes(parameter)) visit(type, parameter.shape);
    }
    if (form.body !== undefined) visit(form.body.type, form.body.shape);
    for (const response of [...form.responses, ...form.errors]) {
      // Bytes are returned unchanged, even if the spec calls them a file.
      if (response.type !== undefined && response.format !== "binary") {
        visit(response.type, "output");
      }
    }
    for (const response of form.responses) {
      for (const event of response.events ?? []) visit(event.type, "output");
    }
    if (form.paging !== undefined) visit(form.paging.item, "output");
    if (form.lro?.result !== undefined) visit(form.lro.result, "output");
  };
  for (const client of plan.clients) {
    for (const parameter of client.context?.parameters ?? []) visit(parameter.type, "input");
    for (const operation of client.operations) {
      for (const form of [operation, ...(operation.earlier ?? [])]) visitForm(form);
    }
  }
  // Models that no operation uses, but that the spec requests.
  for (const type of planner.sdk.sdkPackage.models) {
    const name = nameOf(planner, type);
    if (shapes.has(name)) continue;
    if ((type.usage & UsageFlags.Output) !== 0) visitModel(name, "output");
    if ((type.usage & UsageFlags.Input) !== 0) visitModel(name, "input");
  }
  return {
    ...plan,
    models: plan.models.map((model): ModelPlan => ({
      ...model,
      shapes: [...(shapes.get(model.name) ?? [])].toSorted(),
    })),
  };
}
