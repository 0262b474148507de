import type { Planner } from "../planner.ts";
import type { ContextPlan, PackagePlan } from "../types.ts";

/** Adds the API version to the contexts if API versions differ on the wire. */
export function carryVersions({ past, versions }: Planner, plan: PackagePlan): PackagePlan {
  const newest = versions.at(-1);
  if (past === undefined || newest === undefined || !hasEarlier(plan)) return plan;
  const clients = plan.clients.map((client) =>
    client.context === undefined
      ? client
      : { ...client, context: withVersion(client.context, newest) },
  );
  return { ...plan, clients };
}

function hasEarlier({ clients, enums, models }: PackagePlan): boolean {
  return (
    models.some(({ properties }) =>
      properties.some(({ earlier, lenientIn }) => (earlier ?? lenientIn) !== undefined),
    ) ||
    enums.some(({ values }) => values.some(({ earlier }) => earlier !== undefined)) ||
    clients.some(({ operations }) =>
      operations.some(
        ({ earlier, paging }) =>
          earlier !== undefined ||
          [...(paging?.items ?? []), ...(paging?.nextLink?.path ?? [])].some(
            (segment) => segment.earlier !== undefined,
          ),
      ),
    )
  );
}

/** Adds the API version of a context: a parameter of the client, a part of its URL, or a value that is not sent. */
function withVersion(context: ContextPlan, newest: string): ContextPlan {
  if (context.parameters.some(({ name }) => name === "apiVersion")) return context;
  const inUrl = context.servers.flatMap(({ parts }) =>
    parts.filter((part) => typeof part !== "string"),
  );
  const versionArgument = [...context.parameters, ...inUrl].find(({ apiVersion }) => apiVersion);
  if (versionArgument !== undefined) return { ...context, versionFrom: versionArgument.name };
  const own = {
    name: "apiVersion",
    type: { kind: "string" },
    optional: true,
    defaultValue: newest,
    apiVersion: true,
  } as const;
  return { ...context, parameters: [...context.parameters, own] };
}
