import type { AuthPlan, ClientPlan, ContextPlan, EndpointArgumentPlan } from "../plan/types.ts";
import { docComment } from "./docs.ts";
import { contextPath } from "./operations.ts";
import { SourceFile } from "./source-file.ts";
import { propertyKey } from "./type-text.ts";
import type { WriteContext } from "./write-context.ts";

/** One argument of a function that makes a context. */
interface Argument {
  readonly name: string;
  readonly text: string;
  readonly doc: string;
}

/** Writes the contexts: their interfaces, their options and the functions that make them. */
export function writeContexts(context: WriteContext): SourceFile {
  const file = new SourceFile(contextPath, context.runtime);
  for (const client of context.plan.clients) {
    if (client.context === undefined) continue;
    file.add(
      writeInterface(context, file, client, client.context),
      writeOptions(context, file, client.context),
      client.context.individually ? writeCreate(context, file, client.context) : undefined,
      client.context.fromParent
        ? writeFromParent(context, file, client, client.context)
        : undefined,
    );
  }
  return file;
}

/** Parameters of the client that stand in the context under their own name. */
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
  return `${docComment(client.doc, [], `What the operations of ${client.className} need: where to send requests, and how.`)}export interface ${plan.name} extends ${base} {\n${lines.join("\n")}\n}`;
}

/** Everything that has a default, and parts of the URL that have one. */
function optionArguments(
  plan: ContextPlan,
): readonly (EndpointArgumentPlan | ContextPlan["parameters"][number])[] {
  const names = new Set<string>();
  return [...contextParameters(plan), ...endpointArguments(plan)].filter(
    (argument) => argument.optional && !names.has(argument.name) && names.add(argument.name),
  );
}

function endpointArguments(plan: ContextPlan): readonly EndpointArgumentPlan[] {
  return plan.endpoint.parts.filter((part) => typeof part !== "string");
}

function writeOptions(context: WriteContext, file: SourceFile, plan: ContextPlan): string {
  const base = file.helperType("ClientOptions");
  const lines = optionArguments(plan)
    .filter((argument) => !("isUrl" in argument && argument.isUrl))
    .map((argument) => {
      const fallback = defaultOf(context, argument);
      const known = argument.apiVersion
        ? [...plan.apiVersions.map((version) => JSON.stringify(version)), "(string & {})"].join(
            " | ",
          )
        : context.types.text(file, argument.type, "input");
      const byDefault = fallback === undefined ? "" : ` Default: ${JSON.stringify(fallback)}.`;
      const text = `${argument.doc?.text ?? (argument.apiVersion ? "The API version to speak." : `The ${argument.name}.`)}${byDefault}`;
      return `${docComment({ text })}${propertyKey(argument.name)}?: ${known} | undefined;`;
    });
  return `/** Options of {@link ${plan.create}}. */\nexport interface ${plan.optionsName} extends ${base} {\n${lines.join("\n")}\n}`;
}

/** What a parameter is when the caller says nothing. */
function defaultOf(
  context: WriteContext,
  parameter: { readonly apiVersion: boolean; readonly defaultValue?: unknown },
): unknown {
  const { defaultApiVersion } = context.plan;
  // A package for all versions speaks the newest stable one, which need not be the newest.
  const isOfPlan =
    parameter.apiVersion && context.plan.apiVersions.includes(String(parameter.defaultValue));
  return isOfPlan && defaultApiVersion !== undefined ? defaultApiVersion : parameter.defaultValue;
}

/** The arguments of the function that makes a context, apart from its options. */
export function createArguments(
  context: WriteContext,
  file: SourceFile,
  plan: ContextPlan,
): readonly Argument[] {
  const result: Argument[] = [];
  const url = endpointArguments(plan).find((argument) => argument.isUrl);
  if (url !== undefined || plan.endpoint.parts.length === 0) {
    result.push({
      name: "endpoint",
      text: "endpoint: string",
      doc: url?.doc?.text ?? "The base URL of the service.",
    });
  }
  const names = new Set<string>();
  for (const argument of [...endpointArguments(plan), ...contextParameters(plan)]) {
    if (argument.optional || ("isUrl" in argument && argument.isUrl) || names.has(argument.name)) {
      continue;
    }
    names.add(argument.name);
    result.push({
      name: argument.name,
      text: `${argument.name}: ${context.types.text(file, argument.type, "input")}`,
      doc: argument.doc?.text ?? `The ${argument.name}.`,
    });
  }
  if (plan.auth.length > 0) {
    result.push({
      name: "credential",
      text: `credential: ${credentialType(file, plan)}`,
      doc: plan.authOptional
        ? "What proves who the caller is; none for anonymous calls."
        : "What proves who the caller is.",
    });
  }
  return result;
}

function credentialType(file: SourceFile, plan: ContextPlan): string {
  const names = plan.auth.map((auth) => file.type("@azure/core-auth", credentialNames[auth.kind]));
  return [...new Set(names), ...(plan.authOptional ? ["undefined"] : [])].join(" | ");
}

const credentialNames = {
  token: "TokenCredential",
  key: "KeyCredential",
  basic: "NamedKeyCredential",
} as const;

function writeCreate(context: WriteContext, file: SourceFile, plan: ContextPlan): string {
  const args = createArguments(context, file, plan);
  const doc = docComment(
    { text: `Makes a context for the operations of ${plan.name.replace(/Context$/, "")}.` },
    [
      ...args.map((argument) => `@param ${argument.name} - ${argument.doc.split("\n")[0] ?? ""}`),
      "@param options - How requests are sent.",
      "@throws TypeError when the endpoint is no absolute https URL; http is allowed for this machine only.",
    ],
  );
  const url = endpointText(context, file, plan);
  // What is put together is put together once.
  const isSimple = plan.auth.length === 0 || /^(\w+|"[^"]*")$/.test(url);
  const endpoint = isSimple ? url : "baseUrl";
  const authentication =
    plan.auth.length === 0 ? undefined : authenticationText(file, plan, endpoint);
  const values = contextParameters(plan).map((parameter) => {
    const key = propertyKey(parameter.name);
    if (!parameter.optional)
      return key === parameter.name ? parameter.name : `${key}: ${parameter.name}`;
    const option = `options.${parameter.name}`;
    const fallback = defaultOf(context, parameter);
    return fallback === undefined
      ? `${key}: ${option}`
      : `${key}: ${option} ?? ${JSON.stringify(fallback)}`;
  });
  const client = `${file.helper("createClientContext")}(${[endpoint, "options", JSON.stringify(context.userAgent), ...(authentication === undefined ? [] : [authentication])].join(", ")})`;
  return `${doc}export function ${plan.create}(${[...args.map((argument) => argument.text), `options: ${plan.optionsName} = {}`].join(", ")}): ${plan.name} {
  ${isSimple ? "" : `const baseUrl = ${url};\n`}return { ${[`...${client}`, ...values].join(", ")} };
}`;
}

/** The base URL as an expression. */
function endpointText(context: WriteContext, file: SourceFile, plan: ContextPlan): string {
  const { parts } = plan.endpoint;
  const [only] = parts;
  if (only === undefined) return "endpoint";
  if (parts.length === 1) return typeof only === "string" ? JSON.stringify(only) : "endpoint";
  const text = parts.map((part) => {
    if (typeof part === "string") return part;
    if (part.isUrl) return `\${${file.helper("trimSlashes")}(endpoint)}`;
    const fallback = defaultOf(context, part);
    const value = part.optional
      ? fallback === undefined
        ? `options.${part.name}`
        : `options.${part.name} ?? ${JSON.stringify(fallback)}`
      : part.name;
    return `\${${file.helper("urlPart")}(${JSON.stringify(part.name)}, ${value})}`;
  });
  return `\`${text.join("")}\``;
}

/** Credentials are told apart by what they have: a token's by its method, a name with its key by the name. */
function authenticationText(file: SourceFile, plan: ContextPlan, endpoint: string): string {
  const policies = (["token", "basic", "key"] as const).flatMap((kind) => {
    const auth = plan.auth.find((candidate) => candidate.kind === kind);
    return auth === undefined
      ? []
      : [{ member: { token: "getToken", basic: "name", key: "key" }[kind], auth }];
  });
  const text = policies
    .map(({ member, auth }, index) =>
      index === policies.length - 1
        ? policyText(file, auth, endpoint)
        : `"${member}" in credential ? ${policyText(file, auth, endpoint)} : `,
    )
    .join("");
  if (!plan.authOptional) return text;
  return `credential && (${text})`;
}

function policyText(file: SourceFile, auth: AuthPlan, endpoint: string): string {
  switch (auth.kind) {
    case "token":
      return `${file.helper("bearerPolicy")}(credential, ${JSON.stringify(auth.scopes)}, ${endpoint})`;
    case "basic":
      return `${file.helper("basicPolicy")}(credential, ${endpoint})`;
    default:
      return `${file.helper("keyPolicy")}(credential, ${JSON.stringify({ in: auth.in, name: auth.name, ...(auth.prefix === undefined ? {} : { prefix: auth.prefix }) })}, ${endpoint})`;
  }
}

/** The parameters that a client has beyond those of its parent. */
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

/** The name of the function that makes a context from the parent's. */
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
  return `/** Makes a context from that of the client above it, whose pipeline it shares. */
export function ${fromParentName(plan)}(${parameters.join(", ")}): ${plan.name} {
  return { ${["...parent", ...values].join(", ")} };
}`;
}
