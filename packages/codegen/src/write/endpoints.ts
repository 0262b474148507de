import type { ContextPlan, EndpointArgumentPlan, PackagePlan, ServerPlan } from "../plan/types.ts";
import { docComment } from "./docs.ts";
import type { SourceFile } from "./source-file.ts";
import { propertyKey } from "./type-text.ts";
import type { WriteContext } from "./write-context.ts";

/**
 * How the base URL is passed to the function that creates a context: as an argument, as an option with a default, or as
 * parameters of a URL template, which an option can override.
 */
export type EndpointKind = "argument" | "option" | "template";

/** The parameters of a URL. */
function serverArguments(server: ServerPlan): readonly EndpointArgumentPlan[] {
  return server.parts.filter((part) => typeof part !== "string");
}

/** True for a server that is only a path, relative to the caller's origin. */
function isRelative({ parts }: ServerPlan): boolean {
  const [first = ""] = parts;
  return typeof first === "string" && !/^[a-z][a-z0-9+.-]*:/i.test(first);
}

function urlArgument(server: ServerPlan): EndpointArgumentPlan | undefined {
  return serverArguments(server).find(({ isUrl }) => isUrl);
}

/** Returns how the base URL of a context is passed. */
export function endpointKind({ servers }: ContextPlan): EndpointKind {
  const [first, ...others] = servers;
  if (first === undefined || isRelative(first)) return "argument";
  const hasDefault = serverArguments(first).every(({ optional }) => optional);
  if (others.length > 0) return hasDefault ? "option" : "argument";
  const url = urlArgument(first);
  if (url !== undefined) return url.optional ? "option" : "argument";
  return hasDefault ? "option" : "template";
}

/** Returns the parameters of the URL that are separate arguments. */
export function endpointArguments(plan: ContextPlan): readonly EndpointArgumentPlan[] {
  const [first] = plan.servers;
  if (first === undefined) return [];
  const isChosen = endpointKind(plan) === "argument" && plan.servers.length > 1;
  return isChosen ? [] : serverArguments(first).filter(({ isUrl }) => !isUrl);
}

/** Returns the default of a parameter. */
export function defaultOf(
  plan: PackagePlan,
  parameter: { readonly apiVersion: boolean; readonly defaultValue?: unknown },
): unknown {
  const { defaultApiVersion } = plan;
  // A package for all versions uses the newest stable one, which may not be the newest.
  const isOfPlan =
    parameter.apiVersion && plan.apiVersions.includes(String(parameter.defaultValue));
  return isOfPlan && defaultApiVersion !== undefined ? defaultApiVersion : parameter.defaultValue;
}

/** Returns the documentation of the endpoint, which is an argument or an option. */
export function endpointDoc(context: WriteContext, plan: ContextPlan): string {
  const [first] = plan.servers;
  const url = first === undefined ? undefined : urlArgument(first);
  const others =
    plan.serversName === undefined ? "" : ` {@link ${plan.serversName}} contains the known ones.`;
  if (first !== undefined && isRelative(first) && plan.servers.length === 1) {
    return `The origin of the service; \`${readableUrl(context, first)}\` is appended.${others}`;
  }
  const text = url?.doc?.text ?? "The base URL of the service.";
  if (endpointKind(plan) === "argument" || first === undefined) return `${text}${others}`;
  const fallback =
    url === undefined ? readableUrl(context, first) : String(defaultOf(context.plan, url));
  const described = first.description === undefined ? "" : ` (${first.description})`;
  return `${text} Default: \`${fallback}\`${described}.${others}`;
}

function readableUrl(context: WriteContext, server: ServerPlan): string {
  return server.parts
    .map((part) => {
      if (typeof part === "string") return part;
      const fallback = defaultOf(context.plan, part);
      return fallback === undefined ? `{${part.name}}` : String(fallback);
    })
    .join("");
}

/** Writes the expression for a context's base URL. */
export function endpointText(context: WriteContext, file: SourceFile, plan: ContextPlan): string {
  const kind = endpointKind(plan);
  const [first] = plan.servers;
  if (first === undefined) return "endpoint";
  if (isRelative(first) && plan.servers.length === 1) {
    return serverText(context, file, first, "", "endpoint");
  }
  if (kind === "argument" && plan.servers.length > 1) return "endpoint";
  const url = urlArgument(first);
  if (url === undefined) {
    return `options.endpoint ?? ${serverText(context, file, first, "options.")}`;
  }
  const fallback = JSON.stringify(defaultOf(context.plan, url));
  const isWhole = first.parts.length === 1;
  if (kind === "argument") return serverText(context, file, first, "options.", "endpoint");
  return isWhole
    ? `options.endpoint ?? ${fallback}`
    : serverText(context, file, first, "options.", `options.endpoint ?? ${fallback}`);
}

/** Writes the expression for a URL: a string, or a template with parameters. */
function serverText(
  context: WriteContext,
  file: SourceFile,
  server: ServerPlan,
  options: string,
  base?: string,
): string {
  const { parts } = server;
  const [only] = parts;
  if (parts.length === 1 && base === undefined && typeof only === "string") {
    return JSON.stringify(only);
  }
  if (parts.length === 1 && typeof only === "object" && only.isUrl) return base ?? only.name;
  const text = parts.map((part, index) => {
    if (typeof part === "string") return part.replace(/[`\\]|\$\{/g, (match) => `\\${match}`);
    if (part.isUrl) return `\${${file.helper("trimSlashes")}(${base ?? part.name})}`;
    const fallback = defaultOf(context.plan, part);
    const place = pathPlace(parts.slice(0, index), fallback);
    const given = part.optional ? `${options}${part.name}` : part.name;
    const value = fallback === undefined ? given : `${given} ?? ${JSON.stringify(fallback)}`;
    const call = `(${JSON.stringify(part.name)}, ${value})`;
    return place === undefined
      ? `\${${file.helper("urlPart")}${call}}`
      : `${place}\${${file.helper("urlPath")}${call}}`;
  });
  const origin =
    isRelative(server) && base !== undefined ? `\${${file.helper("trimSlashes")}(${base})}` : "";
  const slash = origin !== "" && !String(only).startsWith("/") ? "/" : "";
  return `\`${origin}${slash}${text.join("")}\``;
}

/**
 * Returns what separates a parameter from the parts before it if it belongs to the path of a URL: a slash, or nothing
 * after one. Returns undefined for a parameter that belongs to the host.
 */
function pathPlace(before: ServerPlan["parts"], fallback: unknown): "" | "/" | undefined {
  const text = before
    .map((part) => (typeof part === "string" ? part : part.isUrl ? "https://url" : "value"))
    .join("");
  const isInPath = /^([a-z][a-z0-9+.-]*:\/\/[^/]*)?\//i.test(text);
  const isPath = typeof fallback === "string" && fallback.startsWith("/");
  if (isPath) return text.endsWith("/") ? "" : "/";
  return isInPath ? "" : undefined;
}

/** Writes the base URLs of the spec by name: strings, and functions for those with parameters. */
export function writeServers(
  context: WriteContext,
  file: SourceFile,
  plan: ContextPlan,
): string | undefined {
  if (plan.serversName === undefined) return undefined;
  const lines = plan.servers.map((server) => {
    const doc = docComment({ text: server.description ?? readableUrl(context, server) });
    const relative = isRelative(server);
    const all = serverArguments(server);
    if (all.length === 0 && !relative) {
      return `${doc}${propertyKey(server.name)}: ${serverText(context, file, server, "")},`;
    }
    const members = [
      ...(relative ? ["origin: string"] : []),
      ...all.map((argument) => {
        const type = context.types.text(file, argument.type, "input");
        return argument.optional
          ? `${argument.name}?: ${type} | undefined`
          : `${argument.name}: ${type}`;
      }),
    ];
    const names = [...(relative ? ["origin"] : []), ...all.map(({ name }) => name)];
    const fallback = members.every((member) => member.includes("?:")) ? " = {}" : "";
    const base = relative ? "origin" : undefined;
    const url = urlArgument(server);
    const urlDefault = url === undefined ? undefined : defaultOf(context.plan, url);
    const given =
      url === undefined || urlDefault === undefined
        ? (base ?? url?.name)
        : `${url.name} ?? ${JSON.stringify(urlDefault)}`;
    return `${doc}${propertyKey(server.name)}: ({ ${names.join(", ")} }: { ${members.join("; ")} }${fallback}): string => ${serverText(context, file, server, "", given)},`;
  });
  return `/** Known base URLs of the service, for the endpoint of {@link ${plan.create}}. */\nexport const ${plan.serversName} = {\n${lines.join("\n")}\n} as const;`;
}
