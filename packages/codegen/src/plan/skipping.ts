import type { Problem } from "./problems.ts";
import type {
  ClientPlan,
  OperationForm,
  OperationPlan,
  PackagePlan,
  SkippedPlan,
  TypePlan,
} from "./types.ts";
import { formTypes, typesOf } from "./versions/types.ts";

/** Removes the operations that cannot be emitted, and the types that only these use. */
export function withoutUnsupported(plan: PackagePlan, problems: readonly Problem[]): PackagePlan {
  const types = brokenTypes(plan, problems);
  const skipped: SkippedPlan[] = [];
  const clients = plan.clients.map((client) => ({
    ...client,
    operations: client.operations.filter((operation) => {
      const reason = reasonFor(client, operation, types, problems);
      if (reason !== undefined) {
        skipped.push({ client: client.className, operation: operation.name, reason });
      }
      return reason === undefined;
    }),
  }));
  const isWhole = ({ name }: { readonly name: string }): boolean => !types.has(name);
  return {
    ...plan,
    clients,
    models: plan.models.filter(isWhole),
    unions: plan.unions.filter(isWhole),
    ...(skipped.length === 0 ? {} : { skipped }),
  };
}

function reasonFor(
  client: ClientPlan,
  operation: OperationPlan,
  types: ReadonlyMap<string, string>,
  problems: readonly Problem[],
): string | undefined {
  const own = problems.find(
    ({ owner }) =>
      owner.kind === "operation" &&
      owner.client === client.id &&
      owner.operation === operation.name,
  );
  if (own !== undefined) return own.diagnostic.message;
  for (const type of typesOfOperation(operation)) {
    for (const name of namesIn(type)) {
      const reason = types.get(name);
      if (reason !== undefined) return reason;
    }
  }
  return undefined;
}

/** Returns the types that have a problem or refer to one that has, with the reason. */
function brokenTypes(plan: PackagePlan, problems: readonly Problem[]): ReadonlyMap<string, string> {
  const broken = new Map<string, string>();
  for (const { owner, diagnostic } of problems) {
    if (owner.kind === "type") broken.set(owner.name, diagnostic.message);
  }
  const references = referencesOf(plan);
  for (let size = -1; size !== broken.size;) {
    size = broken.size;
    for (const [name, others] of references) {
      const reason = others.map((other) => broken.get(other)).find((text) => text !== undefined);
      if (reason !== undefined && !broken.has(name)) broken.set(name, reason);
    }
  }
  return broken;
}

/** Returns the references of each model and union. A base refers to its kinds. */
function referencesOf(plan: PackagePlan): ReadonlyMap<string, readonly string[]> {
  const references = new Map<string, readonly string[]>();
  for (const model of plan.models) {
    const { additional, base, discriminator, properties } = model;
    references.set(model.name, [
      ...properties.flatMap(typesOf).flatMap(namesIn),
      ...(additional === undefined ? [] : namesIn(additional)),
      ...(base === undefined ? [] : [base]),
      ...(discriminator?.subtypes ?? []).map((subtype) => subtype.model),
    ]);
  }
  for (const union of plan.unions) references.set(union.name, union.variants.flatMap(namesIn));
  return references;
}

/** Returns all types that an operation refers to. */
export function typesOfOperation(operation: OperationPlan): readonly TypePlan[] {
  return [operation, ...(operation.earlier ?? [])].flatMap(typesOfForm);
}

function typesOfForm(operation: OperationForm): readonly TypePlan[] {
  const { body, errors, lro, options, paging, parameters, responses } = operation;
  return [
    ...[...parameters, ...options].flatMap(formTypes),
    ...(body === undefined ? [] : [body.type, ...(body.parts ?? []).map(({ type }) => type)]),
    ...[...responses, ...errors].flatMap(({ type }) => (type === undefined ? [] : [type])),
    ...responses.flatMap((response) =>
      [...(response.events ?? []), ...response.headers].map(({ type }) => type),
    ),
    ...(paging === undefined ? [] : [paging.item]),
    ...(lro?.result === undefined ? [] : [lro.result]),
  ];
}

/** Returns the names of the models and unions in a type. */
export function namesIn(type: TypePlan): readonly string[] {
  switch (type.kind) {
    case "model":
    case "union":
      return [type.ref];
    case "array":
    case "record":
    case "nullable":
    case "part":
      return namesIn(type.of);
    case "tuple":
      return type.of.flatMap(namesIn);
    default:
      return [];
  }
}
