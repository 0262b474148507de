import type {
  SdkClientType,
  SdkHttpOperation,
  SdkMethodParameter,
} from "@azure-tools/typespec-client-generator-core";
import { InitializedByFlags } from "@azure-tools/typespec-client-generator-core";
import { planDoc } from "./docs.ts";
import { planAuthentication, type Authentications } from "./http/authentication.ts";
import { planServers } from "./http/servers.ts";
import { camelCase, kebabCase, pascalCase, settleNames } from "./names.ts";
import type { Planner } from "./planner.ts";
import type { OperationOwner } from "./problems.ts";
import { groupByTags, tagOf } from "./tags.ts";
import { planType } from "./types-of.ts";
import type {
  AuthPlan,
  ClientParameterPlan,
  ClientPlan,
  ContextPlan,
  OperationForm,
  OperationPlan,
  SourcePlan,
} from "./types.ts";
import { planVersions } from "./versions/operations.ts";

type Client = SdkClientType<SdkHttpOperation>;

/** Returns the part of a client's name that its context and files are named after. */
export function baseName(clientName: string): string {
  return clientName.replace(/(Rest)?Client$/, "") || clientName;
}

/** Plans a client and everything below it. */
export function planClients(planner: Planner, roots: readonly Client[]): ClientPlan[] {
  const plans: ClientPlan[] = [];
  for (const root of roots) {
    planClient(planner, root, undefined, planAuthentication(planner, root), plans);
  }
  return nameClients(plans);
}

/** Assigns unique names among siblings: of files and of members. */
function nameClients(plans: readonly ClientPlan[]): ClientPlan[] {
  const files = settleNames(plans.map(({ id, fileName }) => ({ id, wanted: fileName })));
  return plans.map((plan) => {
    const siblings = plans.filter(({ parent }) => parent === plan.parent);
    const parent = plans.find(({ id }) => id === plan.parent);
    const methods = new Set(parent?.operations.map(({ name }) => name));
    const accessors = settleNames(
      siblings.map(({ id, accessor }) => ({ id, wanted: accessor })),
      (name) => !methods.has(name) && !takenMembers.has(name),
    );
    return {
      ...plan,
      fileName: files.get(plan.id) ?? plan.fileName,
      accessor: accessors.get(plan.id) ?? plan.accessor,
    };
  });
}

/** Assigns unique names to the operations of one client. */
function nameMethods(operations: readonly (OperationPlan & { readonly id: string })[]) {
  const wanted = operations.map(({ id, name }) => ({ id, wanted: name }));
  const names = settleNames(wanted);
  return operations.map(({ id, ...operation }): OperationPlan => {
    const name = names.get(id) ?? operation.name;
    // A changed name also changes the name of the function.
    return name === operation.name ? operation : { ...operation, name, functionName: name };
  });
}

function planClient(
  planner: Planner,
  client: Client,
  parent: ClientPlan | undefined,
  authentications: Authentications,
  plans: ClientPlan[],
  id = client.name,
): ClientPlan {
  const children = client.children ?? [];
  const ids = childIds(id, children);
  const owner = plans.find((plan) => plan.id === parent?.contextOf);
  const context = planContext(planner, client, owner, authentications.plan);
  const doc = planDoc(planner, client);
  const index = plans.length;
  const plain = client.isExactName ? client.name : pascalCase(client.name);
  const isGroup = context === undefined;
  const plan: ClientPlan = {
    id,
    className: isGroup
      ? planner.names.claim(`${plain}Operations`, `${pascalCase(id)}Operations`)
      : planner.names.claim(plain, `${plain}Client`),
    fileName: kebabCase(
      parent === undefined || planner.sdk.sdkPackage.clients.length > 1
        ? [baseName(id.split(".")[0] ?? ""), ...id.split(".").slice(1)].join("-")
        : id.split(".").slice(1).join("-"),
    ),
    accessor: accessorOf(client),
    ...(parent === undefined ? {} : { parent: parent.id }),
    children: ids,
    ...(doc === undefined ? {} : { doc }),
    ...(context === undefined ? {} : { context }),
    contextOf: context === undefined ? (parent?.contextOf ?? id) : id,
    operations: [],
  };
  plans.push(plan);
  const operations = planOperations(planner, client, id, authentications);
  const whole = {
    ...plan,
    operations: operations.map(({ operation }) =>
      settleDefaults(operation, context ?? owner?.context),
    ),
  };
  const hasGroups = parent !== undefined || plan.children.length > 0;
  const grouped = hasGroups ? [whole] : groupOperations(planner, whole, operations);
  plans.splice(index, 1, ...grouped);
  for (const [at, child] of children.entries())
    planClient(planner, child, plan, authentications, plans, ids[at]);
  return plan;
}

/** Returns the ids of a client's groups. Interfaces of several namespaces can have the same name in clients. */
function childIds(id: string, children: readonly Client[]): readonly string[] {
  const counts = new Map<string, number>();
  return children.map(({ name }) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `${id}.${name}${count === 1 ? "" : count}`;
  });
}

interface PlannedOperation {
  readonly operation: OperationPlan;
  readonly owner: OperationOwner;
  readonly tag: string | undefined;
}

function planOperations(
  planner: Planner,
  client: Client,
  id: string,
  authentications: Authentications,
): readonly PlannedOperation[] {
  const owners: OperationOwner[] = [];
  const planned = client.methods.map((method) => {
    const problemOwner: OperationOwner = { kind: "operation", client: id, operation: method.name };
    owners.push(problemOwner);
    const operation = planner.problems.during(problemOwner, () => planVersions(planner, method));
    const auth = authentications.of(method);
    const isOnly = client.methods.every((other) => other === method || other.name !== method.name);
    return {
      ...operation,
      ...(auth === undefined ? {} : { auth }),
      id: isOnly ? method.name : method.crossLanguageDefinitionId,
    };
  });
  return nameMethods(planned).map((operation, index) => {
    const owner = owners[index]!;
    owner.operation = operation.name;
    return { operation, owner, tag: tagOf(planner, client.methods[index]?.__raw) };
  });
}

/** Groups a client's operations by tag, together with their problems. */
function groupOperations(
  planner: Planner,
  client: ClientPlan,
  operations: readonly PlannedOperation[],
): readonly ClientPlan[] {
  const tags = new Map<OperationPlan, string>();
  for (const [index, { tag }] of operations.entries()) {
    const operation = client.operations[index];
    if (operation !== undefined && tag !== undefined) tags.set(operation, tag);
  }
  const groups = groupByTags(planner, client, tags);
  for (const [index, { owner }] of operations.entries()) {
    const group = groups.find((one) => one.operations.includes(client.operations[index]!));
    owner.client = group?.id ?? client.id;
  }
  return groups;
}

/** Names that members of a class cannot have. */
const takenMembers = new Set(["constructor", "context"]);

/** Returns the property of the parent's class that holds a group. Names of methods have precedence. */
function accessorOf(client: Client): string {
  const name = camelCase(client.name);
  const methods = client.parent?.methods.map((method) => camelCase(method.name)) ?? [];
  return takenMembers.has(name) || methods.includes(name) ? `${name}Operations` : name;
}

/** Removes an operation's default for a parameter if its client has one. */
function settleDefaults(operation: OperationPlan, context: ContextPlan | undefined): OperationPlan {
  const settled = new Set(
    context?.parameters
      .filter((parameter) => !parameter.optional || parameter.defaultValue !== undefined)
      .map(({ name }) => name),
  );
  const settle = <T extends { readonly source: SourcePlan }>(part: T): T =>
    part.source.from === "client" && settled.has(part.source.name)
      ? { ...part, source: { from: "client", name: part.source.name } }
      : part;
  const settleForm = <T extends OperationForm>(form: T): T => ({
    ...form,
    path: form.path.map((part) => (typeof part === "string" ? part : settle(part))),
    query: form.query.map(settle),
    headers: form.headers.map(settle),
    cookies: form.cookies.map(settle),
  });
  const { earlier } = operation;
  return {
    ...settleForm(operation),
    ...(earlier === undefined ? {} : { earlier: earlier.map(settleForm) }),
  };
}

/** Plans the context of a client; undefined for groups that share their parent's context. */
function planContext(
  planner: Planner,
  client: Client,
  owner: ClientPlan | undefined,
  auth: AuthPlan | undefined,
): ContextPlan | undefined {
  const { initializedBy, parameters: all } = client.clientInitialization;
  const parameters = all
    .filter((parameter): parameter is SdkMethodParameter => parameter.kind === "method")
    .map((parameter) => planParameter(planner, parameter));
  const known = new Set(owner?.context?.parameters.map((parameter) => parameter.name));
  const own = parameters.filter((parameter) => !known.has(parameter.name));
  const individually =
    owner === undefined || (initializedBy & InitializedByFlags.Individually) !== 0;
  if (!individually && own.length === 0) return undefined;
  const base = baseName(client.isExactName ? client.name : pascalCase(client.name));
  const servers = planServers(planner, client);
  return {
    name: planner.names.claim(`${base}Context`),
    create: planner.names.claim(`create${base}Context`),
    optionsName: planner.names.claim(`${base}ContextOptions`),
    individually,
    fromParent:
      (owner !== undefined && (initializedBy & InitializedByFlags.Parent) !== 0) || !individually,
    servers,
    ...(servers.length < 2
      ? {}
      : { serversName: planner.names.claim(`${camelCase(base)}Servers`) }),
    ...(auth === undefined ? {} : { auth }),
    ...(auth?.isNamed === true
      ? { credentialsName: planner.names.claim(`${base}Credentials`) }
      : {}),
    parameters,
    apiVersions: client.apiVersions,
  };
}

function planParameter(planner: Planner, parameter: SdkMethodParameter): ClientParameterPlan {
  const doc = planDoc(planner, parameter);
  return {
    name: parameter.name,
    // A string, because the service may have versions that are not in its description.
    type: parameter.isApiVersionParam ? { kind: "string" } : planType(planner, parameter.type),
    optional: parameter.optional || parameter.clientDefaultValue !== undefined,
    ...(parameter.clientDefaultValue === undefined
      ? {}
      : { defaultValue: parameter.clientDefaultValue }),
    apiVersion: parameter.isApiVersionParam,
    ...(doc === undefined ? {} : { doc }),
  };
}
