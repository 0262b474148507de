import type { ClientPlan, ContextPlan, EndpointArgumentPlan } from "../plan/types.ts";
import {
  authenticationText,
  credentialDoc,
  credentialType,
  writeCredentials,
} from "./credentials.ts";
import { docComment } from "./docs.ts";
import {
  defaultOf,
  endpointArguments,
  endpointDoc,
  endpointKind,
  endpointText,
  writeServers,
} from "./endpoints.ts";
import { contextPath } from "./paths.ts";
import { SourceFile } from "./source-file.ts";
import { access, propertyKey } from "./type-text.ts";
import type { WriteContext } from "./write-context.ts";

/** An argument of a function that creates a context. */
interface Argument {
  readonly name: string;
  readonly text: string;
  readonly doc: string;
}

// Why the pipeline is Azure's: docs/decisions/0026-emitted-clients-use-azures-pipeline.md
/** Writes the contexts: their interfaces, their options and the functions that create them. */
export function writeContexts(context: WriteContext): SourceFile {
  const file = new SourceFile(contextPath, context.runtime);
  for (const client of context.plan.clients) {
    if (client.context === undefined) continue;
    file.add(
      writeInterface(context, file, client, client.context),
      writeServers(context, file, client.context),
      writeCredentials(file, client.context),
      writeOptions(context, file, client.context),
      client.context.individually ? writeCreate(context, file, client.context) : undefined,
      client.context.fromParent
        ? writeFromParent(context, file, client, client.context)
        : undefined,
    );
  }
  return file;
}

/** Returns the client's parameters that are properties of the context with the same name. */
function contextParameters(plan: ContextPlan): ContextPlan["parameters"] {
  const names = new Set<string>();
  return plan.parameters.filter(({ name }) => !names.has(name) && names.add(name));
}

function writeInterface(
  context: WriteContext,
  file: SourceFile,
  client: ClientPlan,
  plan: ContextPlan,
): string {
  const base = file.helperType("ClientContext");
  const lines = contextParameters(plan).map(
    (parameter) =>
      `${docComment(parameter.doc, [], parameter.apiVersion ? "The API version that requests are sent with." : undefined)}readonly ${propertyKey(parameter.name)}: ${context.types.text(file, parameter.type, "input")}${parameter.optional && parameter.defaultValue === undefined ? " | undefined" : ""};`,
  );
  if (plan.versionFrom !== undefined) {
    lines.push("/** The API version that requests are sent with. */\nreadonly apiVersion: string;");
  }
  return `${docComment(client.doc, [], `The endpoint, the credential and the options for the operations of ${client.className}.`)}export interface ${plan.name} extends ${base} {\n${lines.join("\n")}\n}`;
}

/** Returns the options: everything with a default, including parts of the URL. */
function optionArguments(
  plan: ContextPlan,
): readonly (EndpointArgumentPlan | ContextPlan["parameters"][number])[] {
  const names = new Set<string>();
  return [...contextParameters(plan), ...endpointArguments(plan)].filter(
    (argument) => argument.optional && !names.has(argument.name) && names.add(argument.name),
  );
}

function writeOptions(context: WriteContext, file: SourceFile, plan: ContextPlan): string {
  const base = file.helperType("ClientOptions");
  const endpoint =
    endpointKind(plan) === "argument"
      ? []
      : [`${docComment({ text: optionDoc(context, plan) })}endpoint?: string | undefined;`];
  const lines = [
    ...endpoint,
    ...optionArguments(plan).map((argument) => {
      const fallback = defaultOf(context.plan, argument);
      const type = argument.apiVersion
        ? [...plan.apiVersions.map((version) => JSON.stringify(version)), "(string & {})"].join(
            " | ",
          )
        : context.types.text(file, argument.type, "input");
      const byDefault = fallback === undefined ? "" : ` Default: ${JSON.stringify(fallback)}.`;
      const known = argument.doc?.text ?? (argument.apiVersion ? "The API version to use." : "");
      const text = `${known}${byDefault}`.trim();
      return `${docComment({ text })}${propertyKey(argument.name)}?: ${type} | undefined;`;
    }),
  ];
  return `/** Options of {@link ${plan.create}}. */\nexport interface ${plan.optionsName} extends ${base} {\n${lines.join("\n")}\n}`;
}

function optionDoc(context: WriteContext, plan: ContextPlan): string {
  return endpointKind(plan) === "template"
    ? "The complete base URL to send requests to, instead of the one composed of the arguments."
    : endpointDoc(context, plan);
}

/** Returns the arguments of the function that creates a context, without its options. */
export function createArguments(
  context: WriteContext,
  file: SourceFile,
  plan: ContextPlan,
): readonly Argument[] {
  const result: Argument[] = [];
  if (endpointKind(plan) === "argument") {
    result.push({
      name: "endpoint",
      text: "endpoint: string",
      doc: endpointDoc(context, plan),
    });
  }
  const names = new Set<string>();
  for (const argument of [...endpointArguments(plan), ...contextParameters(plan)]) {
    if (argument.optional || names.has(argument.name)) continue;
    names.add(argument.name);
    result.push({
      name: argument.name,
      text: `${argument.name}: ${context.types.text(file, argument.type, "input")}`,
      doc: argument.doc?.text ?? "",
    });
  }
  if (plan.auth !== undefined) {
    const type = credentialType(file, plan, plan.auth);
    result.push({
      name: "credential",
      text: plan.auth.isOptional ? `credential?: ${type} | undefined` : `credential: ${type}`,
      doc: credentialDoc(plan.auth),
    });
  }
  return result;
}

function writeCreate(context: WriteContext, file: SourceFile, plan: ContextPlan): string {
  const args = createArguments(context, file, plan);
  const doc = docComment(
    { text: `Creates a context for the operations of ${plan.name.replace(/Context$/, "")}.` },
    [
      ...args
        .filter(({ doc: text }) => text !== "")
        .map((argument) => `@param ${argument.name} - ${argument.doc.split("\n")[0] ?? ""}`),
      "@param options - How requests are sent.",
      "@throws TypeError when the endpoint is not an absolute https URL; http is allowed for this machine only, unless `allowInsecureConnection` is set.",
    ],
  );
  const url = endpointText(context, file, plan);
  // Expressions with operators are evaluated once, in a variable.
  const isSimple = plan.auth === undefined || /^(\w+|"[^"]*")$/.test(url);
  const endpoint = isSimple ? url : "baseUrl";
  const authentication =
    plan.auth === undefined ? undefined : authenticationText(file, plan.auth, endpoint);
  const values = contextParameters(plan).map((parameter) => {
    const key = propertyKey(parameter.name);
    if (!parameter.optional)
      return key === parameter.name ? parameter.name : `${key}: ${parameter.name}`;
    const option = `options.${parameter.name}`;
    const fallback = defaultOf(context.plan, parameter);
    return fallback === undefined
      ? `${key}: ${option}`
      : `${key}: ${option} ?? ${JSON.stringify(fallback)}`;
  });
  if (plan.versionFrom !== undefined) {
    values.push(`apiVersion: ${versionText(context, plan, plan.versionFrom)}`);
  }
  const client = `${file.helper("createClientContext")}(${[endpoint, "options", JSON.stringify(context.userAgent), ...(authentication === undefined ? [] : [authentication])].join(", ")})`;
  return `${doc}export function ${plan.create}(${[...args.map((argument) => argument.text), `options: ${plan.optionsName} = {}`].join(", ")}): ${plan.name} {
  ${isSimple ? "" : `const baseUrl = ${url};\n`}return { ${[`...${client}`, ...values].join(", ")} };
}`;
}

/** Writes the API version of a context whose parameter for it has another name. */
function versionText(context: WriteContext, plan: ContextPlan, name: string): string {
  const argument = [...contextParameters(plan), ...endpointArguments(plan)].find(
    (candidate) => candidate.name === name,
  );
  if (argument?.optional !== true) return name;
  const option = access("options", name);
  const fallback = defaultOf(context.plan, argument);
  return fallback === undefined ? option : `${option} ?? ${JSON.stringify(fallback)}`;
}

/** Returns the parameters of a client that its parent does not have. */
export function ownParameters(
  context: WriteContext,
  client: ClientPlan,
): ContextPlan["parameters"] {
  const parent = context.plan.clients.find((candidate) => candidate.id === client.parent);
  const owner = context.plan.clients.find((candidate) => candidate.id === parent?.contextOf);
  const known = new Set(owner?.context?.parameters.map(({ name }) => name));
  return client.context === undefined
    ? []
    : contextParameters(client.context).filter(({ name }) => !known.has(name));
}

/** Returns the name of the function that creates a context from the parent's. */
export function fromParentName(plan: ContextPlan): string {
  return plan.individually ? `${plan.create}From` : plan.create;
}

function writeFromParent(
  context: WriteContext,
  file: SourceFile,
  client: ClientPlan,
  plan: ContextPlan,
): string {
  const parent = context.plan.clients.find((candidate) => candidate.id === client.parent);
  const owner = context.plan.clients.find((candidate) => candidate.id === parent?.contextOf);
  const own = ownParameters(context, client);
  const required = own.filter((parameter) => !parameter.optional);
  const optional = own.filter((parameter) => parameter.optional);
  const parameters = [
    `parent: ${owner?.context?.name ?? "ClientContext"}`,
    ...required.map(
      (parameter) => `${parameter.name}: ${context.types.text(file, parameter.type, "input")}`,
    ),
    ...(optional.length === 0
      ? []
      : [
          `options: Pick<${plan.optionsName}, ${optional.map(({ name }) => JSON.stringify(name)).join(" | ")}> = {}`,
        ]),
  ];
  const values = own.map((parameter) =>
    parameter.optional
      ? `${parameter.name}: options.${parameter.name}${parameter.defaultValue === undefined ? "" : ` ?? ${JSON.stringify(parameter.defaultValue)}`}`
      : parameter.name,
  );
  return `/** Creates a context from the parent client's context, with the same pipeline. */
export function ${fromParentName(plan)}(${parameters.join(", ")}): ${plan.name} {
  return { ${["...parent", ...values].join(", ")} };
}`;
}
