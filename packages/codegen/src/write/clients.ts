import type { ClientPlan, OperationPlan } from "../plan/types.ts";
import { camelCase } from "../plan/names.ts";
import { argumentTypes } from "../plan/versions/types.ts";
import { createArguments, fromParentName, ownParameters } from "./contexts.ts";
import { docComment, firstSentence } from "./docs.ts";
import { optionsName } from "./function-names.ts";
import { operationsPath } from "./operation-files.ts";
import { ownerContext, pagedType, resultType } from "./operations.ts";
import { pollerType } from "./lro.ts";
import { isLongRunning, isPaged } from "./operation-kinds.ts";
import { contextPath } from "./paths.ts";
import { headerSets } from "./response-headers.ts";
import { SourceFile } from "./source-file.ts";
import { modelsNamespace, propertyKey } from "./type-text.ts";
import type { WriteContext } from "./write-context.ts";

/** The file with the classes. */
export const clientPath = "client.ts";

/** Writes the classes that bind operations to a context; in a large package, each into its own file. */
export function writeClients(context: WriteContext): readonly SourceFile[] {
  const { clients } = context.plan;
  const operations = clients.map(
    (client) => [operationsPath(client), operationsNamespace(client)] as const,
  );
  const namespaces = new Map([...modelsNamespace, ...operations]);
  const files = new Map<string, SourceFile>();
  for (const client of clients) {
    const path = classPath(context, client);
    const file = files.get(path) ?? new SourceFile(path, context.runtime, namespaces);
    files.set(path, file);
    file.add(writeClient(context, file, client));
  }
  if (files.has(clientPath)) return [...files.values()];
  const all = new SourceFile(clientPath, context.runtime);
  all.add(
    [...files.keys()].map((path) => `export * from ${JSON.stringify(`./${path}`)};`).join("\n"),
  );
  return [...files.values(), all];
}

/** Returns the file of a class. */
function classPath({ layout }: WriteContext, { fileName }: ClientPlan): string {
  return layout.files.length === 0 ? clientPath : `clients/${fileName}.ts`;
}

/** Returns the namespace name for the operations of a client or group. */
function operationsNamespace({ className, fileName }: ClientPlan): string {
  const name = `${camelCase(fileName)}Operations`;
  // Names that begin with a digit, or with a letter without case, are equal in both cases.
  return name === className ? `${camelCase(fileName)}Functions` : name;
}

function writeClient(context: WriteContext, file: SourceFile, client: ClientPlan): string {
  const contextName = file.type(contextPath, ownerContext(context, client));
  const children = client.children.flatMap((id) =>
    context.plan.clients.filter((candidate) => candidate.id === id),
  );
  const groups = children.filter((child) => child.context === undefined);
  const members = [
    `/** The context of the operations. */\nreadonly context: ${contextName};`,
    ...groups.map(
      (group) =>
        `${docComment(group.doc)}readonly ${group.accessor}: ${file.type(classPath(context, group), group.className)};`,
    ),
    writeConstructor(context, file, client, contextName, groups),
    ...children
      .filter((child) => child.context?.fromParent === true)
      .map((child) => writeAccessor(context, file, child)),
    ...client.operations
      .filter((operation) => !operation.internal)
      .map((operation) => writeMethod(context, file, client, operation)),
  ];
  const doc = docComment(
    client.doc,
    [],
    `The operations of ${client.accessor}, bound to a context.`,
  );
  return `${doc}export class ${client.className} {\n${members.filter((member) => member !== "").join("\n\n")}\n}`;
}

function writeConstructor(
  context: WriteContext,
  file: SourceFile,
  client: ClientPlan,
  contextName: string,
  groups: readonly ClientPlan[],
): string {
  const made = groups.map(
    (group) =>
      `this.${group.accessor} = new ${file.value(classPath(context, group), group.className)}(this.context);`,
  );
  if (client.context === undefined || !client.context.individually) {
    return `constructor(context: ${contextName}) {\n${["this.context = context;", ...made].join("\n")}\n}`;
  }
  const args = createArguments(context, file, client.context);
  const options = file.type(contextPath, client.context.optionsName);
  const create = file.value(contextPath, client.context.create);
  const call = `${create}(${[...args.map(({ name }) => name), "options"].join(", ")})`;
  const [first] = args;
  if (client.context.fromParent && first !== undefined) {
    // Created either individually, or from the parent client's context.
    const optional = args
      .slice(1)
      .map(({ name, text }) => ({ name, type: text.slice(text.indexOf(":") + 2) }));
    const overloads = [
      `constructor(context: ${contextName});`,
      `constructor(${[...args.map(({ text }) => text), `options?: ${options}`].join(", ")});`,
    ];
    const implementation = [
      `${first.name}: ${first.text.slice(first.text.indexOf(":") + 2)} | ${contextName}`,
      ...optional.map(({ name, type }) => `${name}?: ${type}`),
      `options?: ${options}`,
    ].join(", ");
    const values = [
      first.name,
      ...optional.map(({ name, type }) => `${name} as ${type}`),
      "options",
    ];
    return `${overloads.join("\n")}\nconstructor(${implementation}) {\n${[`this.context = typeof ${first.name} === "string" ? ${create}(${values.join(", ")}) : ${first.name};`, ...made].join("\n")}\n}`;
  }
  return `constructor(${[...args.map(({ text }) => text), `options?: ${options}`].join(", ")}) {\n${[`this.context = ${call};`, ...made].join("\n")}\n}`;
}

/** Writes a method that returns a child client. */
function writeAccessor(context: WriteContext, file: SourceFile, child: ClientPlan): string {
  const plan = child.context;
  if (plan === undefined) return "";
  const own = ownParameters(context, child);
  const required = own.filter((parameter) => !parameter.optional);
  const optional = own.filter((parameter) => parameter.optional);
  const options =
    optional.length === 0
      ? []
      : [
          `options: Pick<${file.type(contextPath, plan.optionsName)}, ${optional.map(({ name }) => JSON.stringify(name)).join(" | ")}> = {}`,
        ];
  const parameters = [
    ...required.map(({ name, type }) => `${name}: ${context.types.text(file, type, "input")}`),
    ...options,
  ].join(", ");
  const from = file.value(contextPath, fromParentName(plan));
  const values = [
    "this.context",
    ...required.map(({ name }) => name),
    ...(options.length === 0 ? [] : ["options"]),
  ];
  const name = `get${child.className}`;
  file.value(classPath(context, child), child.className);
  return `${docComment(child.doc, [], `Returns the client {@link ${child.className}}, which shares the pipeline of this client.`)}${name}(${parameters}): ${child.className} {
  return new ${child.className}(${from}(${values.join(", ")}));
}`;
}

function writeMethod(
  context: WriteContext,
  file: SourceFile,
  client: ClientPlan,
  operation: OperationPlan,
): string {
  const path = operationsPath(client);
  const called = file.value(path, operation.functionName);
  const parameters = [
    ...operation.parameters.map(
      (parameter) =>
        `${parameter.name}: ${context.types.joinedText(file, argumentTypes(parameter), parameter.shape)}`,
    ),
    `options?: ${file.type(path, optionsName(operation))}`,
  ].join(", ");
  const values = ["this.context", ...operation.parameters.map(({ name }) => name), "options"].join(
    ", ",
  );
  const type = methodType(context, file, operation, path);
  const doc = docComment({
    text: firstSentence(operation.doc) ?? `Calls {@link ${called}}.`,
    ...(operation.doc?.versions === undefined ? {} : { versions: operation.doc.versions }),
  });
  // A method named constructor must not become the constructor.
  const key = operation.name === "constructor" ? '["constructor"]' : propertyKey(operation.name);
  return `${doc}${key}(${parameters}): ${type} {
  return ${called}(${values});
}`;
}

function methodType(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
  path: string,
): string {
  if (isLongRunning(operation)) return pollerType(context, file, operation);
  if (isPaged(operation)) return pagedType(context, file, operation);
  const headers = new Set(headerSets(operation).map(({ name }) => name));
  const result = resultType(context, file, operation)
    .split(" | ")
    .map((type) => (headers.has(type) ? file.type(path, type) : type));
  return `Promise<${result.join(" | ")}>`;
}
