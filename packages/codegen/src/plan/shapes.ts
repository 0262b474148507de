import { UsageFlags } from "@azure-tools/typespec-client-generator-core";
import type { Planner } from "./planner.ts";
import { nameOf } from "./planner.ts";
import { isPresentIn, itemShape } from "./shape.ts";
import type { ModelPlan, OperationForm, PackagePlan, Shape, TypePlan, UnionPlan } from "./types.ts";
import { formTypes, typesOf } from "./versions/types.ts";

/** A walk over the types of a plan, which collects the shapes of each model. */
interface Walk {
  readonly models: ReadonlyMap<string, ModelPlan>;
  readonly unions: ReadonlyMap<string, UnionPlan>;
  /** The shapes of the models and unions that the walk has visited, by name. */
  readonly shapes: Map<string, Set<Shape>>;
}

/** Determines the shapes in which operations use each model, and adds them to the plan. */
export function markShapes(planner: Planner, plan: PackagePlan): PackagePlan {
  const walk: Walk = {
    models: new Map(plan.models.map((model) => [model.name, model])),
    unions: new Map(plan.unions.map((union) => [union.name, union])),
    shapes: new Map(),
  };
  for (const client of plan.clients) {
    for (const { type } of client.context?.parameters ?? []) visit(walk, type, "input");
    for (const operation of client.operations) {
      for (const form of [operation, ...(operation.earlier ?? [])]) visitForm(walk, form);
    }
  }
  // Models that no operation uses, but that the spec requests.
  for (const type of planner.sdk.sdkPackage.models) {
    const name = nameOf(planner, type);
    if (walk.shapes.has(name)) continue;
    if ((type.usage & UsageFlags.Output) !== 0) visitModel(walk, name, "output");
    if ((type.usage & UsageFlags.Input) !== 0) visitModel(walk, name, "input");
  }
  return {
    ...plan,
    models: plan.models.map((model): ModelPlan => ({
      ...model,
      shapes: [...(walk.shapes.get(model.name) ?? [])].toSorted(),
    })),
  };
}

function visitForm(walk: Walk, form: OperationForm): void {
  for (const parameter of [...form.parameters, ...form.options]) {
    for (const type of formTypes(parameter)) visit(walk, type, parameter.shape);
  }
  if (form.body !== undefined) visit(walk, form.body.type, form.body.shape);
  for (const response of [...form.responses, ...form.errors]) {
    // Bytes are returned unchanged, even if the spec calls them a file.
    if (response.type !== undefined && response.format !== "binary") {
      visit(walk, response.type, "output");
    }
  }
  for (const response of form.responses) {
    for (const event of response.events ?? []) visit(walk, event.type, "output");
  }
  if (form.paging !== undefined) visit(walk, form.paging.item, "output");
  if (form.lro?.result !== undefined) visit(walk, form.lro.result, "output");
}

function visit(walk: Walk, type: TypePlan, shape: Shape): void {
  switch (type.kind) {
    case "model":
      visitModel(walk, type.ref, shape);
      break;
    case "union":
      visitUnion(walk, type.ref, shape);
      break;
    case "array":
      // A merge patch replaces arrays as a whole, so items are not patches.
      visit(walk, type.of, itemShape(shape));
      break;
    case "record":
    case "nullable":
    case "part":
      visit(walk, type.of, shape);
      break;
    case "tuple":
      for (const element of type.of) visit(walk, element, shape);
      break;
    default:
  }
}

function visitModel(walk: Walk, name: string, shape: Shape): void {
  const model = walk.models.get(name);
  if (model === undefined || !markVisited(walk, name, shape)) return;
  if (model.base !== undefined) visitModel(walk, model.base, shape);
  for (const property of model.properties) {
    if (!isPresentIn(property, shape)) continue;
    for (const type of typesOf(property)) visit(walk, type, shape);
  }
  if (model.additional !== undefined) visit(walk, model.additional, shape);
  for (const subtype of model.discriminator?.subtypes ?? []) visitModel(walk, subtype.model, shape);
}

function visitUnion(walk: Walk, name: string, shape: Shape): void {
  if (!markVisited(walk, `union ${name}`, shape)) return;
  for (const variant of walk.unions.get(name)?.variants ?? []) visit(walk, variant, shape);
}

/** Records the visit of a model or union in a shape. Returns whether it is the first one. */
function markVisited({ shapes }: Walk, name: string, shape: Shape): boolean {
  const seen = shapes.get(name) ?? new Set();
  shapes.set(name, seen);
  if (seen.has(shape)) return false;
  seen.add(shape);
  return true;
}
