import type {
  ClientPlan,
  ContextPlan,
  OperationPlan,
  PackagePlan,
  TypePlan,
} from "../plan/types.ts";
import { endpointArguments, endpointKind } from "./endpoints.ts";
import { isLongRunning, isPaged } from "./operation-kinds.ts";

/** Writes the README of a package: how to install it, create a context, call an operation, and handle an error. */
export function writeReadme(plan: PackagePlan, name: string): string {
  const client = plan.clients.find(({ context }) => context?.individually === true);
  const lines = [
    `# ${name}`,
    "",
    `TypeScript client for ${plan.title}, with one function per operation. It runs on Node.js 22.12 or newer and in browsers.`,
    "",
    "```sh",
    `npm install ${name}`,
    "```",
    ...(client?.context === undefined ? [] : exampleLines(plan, client, client.context, name)),
    ...groupLines(plan),
    ...versionLines(plan),
    ...skippedLines(plan),
  ];
  return `${lines.join("\n")}\n`;
}

function exampleLines(
  plan: PackagePlan,
  client: ClientPlan,
  context: ContextPlan,
  name: string,
): readonly string[] {
  const example = exampleOperation(plan, client);
  const args = contextArguments(context);
  const imports = [...(example === undefined ? [] : [example.functionName]), context.create];
  const token = context.auth?.schemes.some(({ kind }) => kind === "token") === true;
  return [
    "",
    "## A call",
    "",
    "```ts",
    ...(token ? [`import { DefaultAzureCredential } from "@azure/identity";`] : []),
    `import { ${imports.toSorted().join(", ")} } from "${name}";`,
    "",
    `const context = ${context.create}(${args.join(", ")});`,
    ...(example === undefined ? [] : callLines(example)),
    "```",
    ...(token
      ? [
          "",
          "Any `TokenCredential` can be used; the one above is from the package `@azure/identity`.",
        ]
      : []),
    "",
    `The class \`${client.className}\` has the same operations as methods${methodExample(plan, client)}.`,
    "",
    "## Errors",
    "",
    "Responses with an error status reject with a `RestError` of `@azure/core-rest-pipeline`. It has `statusCode`, `code` and, in `details`, the body of the response; the doc comment of each function names the type of the body. An invalid argument is a `TypeError`, before any request.",
    ...(example === undefined || isPaged(example)
      ? []
      : [
          "",
          "```ts",
          `import { isRestError } from "@azure/core-rest-pipeline";`,
          "",
          "try {",
          `  await ${callText(example)};`,
          "} catch (error) {",
          "  if (!isRestError(error)) throw error;",
          "  console.error(error.statusCode, error.code, error.details);",
          "}",
          "```",
        ]),
  ];
}

/** Returns how an operation of a group is called as a method. */
function methodExample(plan: PackagePlan, client: ClientPlan): string {
  const group = plan.clients.find(
    ({ context, operations, parent }) =>
      parent === client.id && context === undefined && operations.some(({ internal }) => !internal),
  );
  const operation = group?.operations.find(({ internal }) => !internal);
  return group === undefined || operation === undefined
    ? ""
    : `, in groups: \`client.${group.accessor}.${operation.name}(…)\``;
}

/** Lists the functions of each group, if there are several. */
function groupLines({ clients }: PackagePlan): readonly string[] {
  const rows = clients.flatMap(({ className, operations }) => {
    const names = operations
      .filter(({ internal }) => !internal)
      .map(({ functionName }) => `\`${functionName}\``);
    return names.length === 0 ? [] : [`| \`${className}\` | ${names.join(", ")} |`];
  });
  return rows.length < 2
    ? []
    : ["", "## Operations", "", "| class | functions |", "| --- | --- |", ...rows];
}

/** Returns the operation to show: preferably one that reads and has few parameters. */
function exampleOperation(plan: PackagePlan, client: ClientPlan): OperationPlan | undefined {
  const operations = plan.clients
    .filter(({ contextOf }) => contextOf === client.id)
    .flatMap((owner) => owner.operations)
    .filter(({ internal }) => !internal);
  return operations.toSorted((left, right) => effort(left) - effort(right))[0];
}

/** Rates how much a reader must prepare for a call. */
function effort({ method, parameters }: OperationPlan): number {
  return parameters.length + (method === "GET" ? 0 : 10);
}

function callText(operation: OperationPlan): string {
  const values = operation.parameters.map(({ name, type }) => exampleValue(name, type));
  return `${operation.functionName}(${["context", ...values].join(", ")})`;
}

function callLines(operation: OperationPlan): readonly string[] {
  const call = callText(operation);
  if (isPaged(operation)) return [`for await (const item of ${call}) console.log(item);`];
  const isVoid = operation.responses.every(({ format }) => format === "none");
  if (isVoid && !isLongRunning(operation)) return [`await ${call};`];
  return [`const result = await ${call};`, "console.log(result);"];
}

/** Returns an example value for a parameter. */
function exampleValue(name: string, type: TypePlan): string {
  switch (type.kind) {
    case "number":
      return "1";
    case "text":
      return { number: "1", bigint: "1n", boolean: "true" }[type.of];
    case "boolean":
      return "true";
    case "literal":
      return JSON.stringify(type.value);
    case "date":
      return "new Date()";
    case "bytes":
      return "new Uint8Array()";
    case "array":
      return "[]";
    case "model":
    case "record":
    case "union":
      return `{ /* ${name} */ }`;
    default:
      return JSON.stringify(name);
  }
}

function contextArguments(context: ContextPlan): readonly string[] {
  const required = [...endpointArguments(context), ...context.parameters].filter(
    ({ optional }) => !optional,
  );
  return [
    ...(endpointKind(context) === "argument" ? [JSON.stringify("https://…")] : []),
    ...new Map(required.map(({ name, type }) => [name, exampleValue(name, type)])).values(),
    ...(context.auth === undefined ? [] : [credentialExample(context.auth)]),
  ];
}

function credentialExample(auth: NonNullable<ContextPlan["auth"]>): string {
  const values = auth.schemes.map((scheme) => {
    const value = {
      token: "new DefaultAzureCredential()",
      bearer: `{ key: "your token" }`,
      key: `{ key: "your key" }`,
      basic: `{ name: "you", key: "your password" }`,
    }[scheme.kind];
    return [scheme.name, value] as const;
  });
  if (!auth.isNamed) return values[0]?.[1] ?? "undefined";
  const wanted = new Set(auth.byDefault[0] ?? []);
  const members = values.filter(([name]) => wanted.size === 0 || wanted.has(name));
  return `{ ${members.map(([name, value]) => `${name}: ${value}`).join(", ")} }`;
}

function versionLines({ apiVersions, defaultApiVersion }: PackagePlan): readonly string[] {
  if (defaultApiVersion === undefined) return [];
  const others = apiVersions.filter((version) => version !== defaultApiVersion);
  const text =
    others.length === 0 ? "" : ` The option \`apiVersion\` takes others: ${others.join(", ")}.`;
  return ["", "## API version", "", `Requests are sent with \`${defaultApiVersion}\`.${text}`];
}

function skippedLines({ skipped }: PackagePlan): readonly string[] {
  if (skipped === undefined) return [];
  return [
    "",
    "## What is missing",
    "",
    "These operations of the service cannot be called with this package:",
    "",
    ...skipped.map(
      ({ client, operation, reason }) =>
        `- \`${client}.${operation}\`: ${reason.replace(/\s+/g, " ")}`,
    ),
  ];
}
