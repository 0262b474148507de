import { getTags, type Operation } from "@typespec/compiler";
import { camelCase, kebabCase, pascalCase } from "./names.ts";
import type { Planner } from "./planner.ts";
import type { ClientPlan, OperationPlan } from "./types.ts";

/** Returns the tag of an operation: the first one on the operation, or on its container. */
export function tagOf({ program }: Planner, operation: Operation | undefined): string | undefined {
  for (
    let at: Operation | Operation["interface"] | Operation["namespace"] = operation;
    at !== undefined;
    at = at.kind === "Operation" ? (at.interface ?? at.namespace) : at.namespace
  ) {
    // Decorators are applied from last to first.
    const tag = getTags(program, at).at(-1);
    if (tag !== undefined) return tag;
  }
  return undefined;
}

/**
 * Groups the operations of a client by tag, if the spec has no groups. Operations without a tag are not grouped, and
 * nothing is grouped if there is only one tag. Tags that differ only in case and separators are one group.
 */
export function groupByTags(
  planner: Planner,
  client: ClientPlan,
  tags: ReadonlyMap<OperationPlan, string>,
): readonly ClientPlan[] {
  const groups = new Map<string, { tag: string; operations: OperationPlan[] }>();
  for (const operation of client.operations) {
    const tag = tags.get(operation);
    const key = kebabCase(tag ?? "");
    if (tag === undefined || key === "") continue;
    const group = groups.get(key) ?? { tag, operations: [] };
    groups.set(key, group);
    group.operations.push(operation);
  }
  const [only, ...more] = groups.values();
  if (
    only === undefined ||
    (more.length === 0 && only.operations.length === client.operations.length)
  ) {
    return [client];
  }
  const children = [...groups].map(([key, { tag, operations }]): ClientPlan => {
    const id = `${client.id}.${pascalCase(key)}`;
    return {
      id,
      className: planner.names.claim(
        `${pascalCase(key)}Operations`,
        `${client.className}${pascalCase(key)}Operations`,
      ),
      fileName: key,
      accessor: camelCase(pascalCase(tag)),
      parent: client.id,
      children: [],
      contextOf: client.contextOf,
      operations,
      isTag: true,
    };
  });
  const moved = new Set(children.flatMap(({ operations }) => operations));
  return [
    {
      ...client,
      operations: client.operations.filter((operation) => !moved.has(operation)),
      children: children.map(({ id }) => id),
    },
    ...children,
  ];
}
