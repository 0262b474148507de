import type { OAuthFlow, Security, SecurityScheme } from "../contract.ts";
import type { Node } from "../node.ts";
import { textOf } from "./annotations.ts";
import type { Reader } from "./reader.ts";

/** Reads the security schemes. Those that TypeSpec does not support are recorded as losses. */
export function readSchemes(reader: Reader): ReadonlyMap<string, SecurityScheme> {
  const { root, dialect } = reader;
  const entries =
    dialect === "2.0"
      ? root.entries("securityDefinitions")
      : (root.get("components")?.entries("securitySchemes") ?? []);
  const schemes = new Map<string, SecurityScheme>();
  for (const [name, entry] of entries) {
    const scheme = readScheme(entry.target());
    if (scheme === undefined) entry.lose("TypeSpec does not support this security scheme.");
    else schemes.set(name, scheme);
  }
  return schemes;
}

function readScheme(at: Node): SecurityScheme | undefined {
  const description = textOf(at, "description");
  const shared = { at, ...(description === undefined ? {} : { description }) };
  const type = at.string("type");
  switch (type) {
    case "basic":
      return { ...shared, kind: "http", scheme: "Basic" };
    case "http":
      at.string("bearerFormat");
      return { ...shared, kind: "http", scheme: at.string("scheme") ?? "Bearer" };
    case "apiKey": {
      const place = at.string("in");
      const name = at.string("name");
      if (name === undefined) return undefined;
      if (place !== "header" && place !== "query" && place !== "cookie") return undefined;
      return { ...shared, kind: "apiKey", in: place, name };
    }
    case "oauth2":
      return { ...shared, kind: "oauth2", flows: readFlows(at) };
    case "openIdConnect":
      return { ...shared, kind: "openIdConnect", url: at.string("openIdConnectUrl") ?? "" };
    default:
      return undefined;
  }
}

const flowTypes: Readonly<Record<string, OAuthFlow["type"]>> = {
  implicit: "implicit",
  password: "password",
  application: "clientCredentials",
  clientCredentials: "clientCredentials",
  accessCode: "authorizationCode",
  authorizationCode: "authorizationCode",
};

function readFlows(at: Node): readonly OAuthFlow[] {
  const flow = at.string("flow");
  const named = flow === undefined ? at.entries("flows") : [[flow, at] as const];
  return named.flatMap(([name, node]) => {
    const type = flowTypes[name];
    if (type === undefined) {
      if (!name.startsWith("x-")) node.lose("TypeSpec does not support this flow.");
      return [];
    }
    const [authorizationUrl, tokenUrl, refreshUrl] = [
      node.string("authorizationUrl"),
      node.string("tokenUrl"),
      node.string("refreshUrl"),
    ];
    const scopes = node.get("scopes")?.settle();
    return [
      {
        type,
        ...(authorizationUrl === undefined ? {} : { authorizationUrl }),
        ...(tokenUrl === undefined ? {} : { tokenUrl }),
        ...(refreshUrl === undefined ? {} : { refreshUrl }),
        scopes: Object.keys((scopes?.value ?? {}) as object),
      },
    ];
  });
}

/** Reads the security of a service or an operation; undefined if the document does not declare it. */
export function readSecurity(
  node: Node,
  schemes: ReadonlyMap<string, SecurityScheme>,
): Security | undefined {
  if (!Array.isArray(node.peek("security"))) return undefined;
  const alternatives = node.list("security").flatMap((alternative) => {
    const members = alternative.members();
    const uses = members.map(([name, scopes]) => ({
      name,
      scopes: (Array.isArray(scopes.value) ? scopes.value : []).filter(
        (scope) => typeof scope === "string",
      ),
    }));
    const unknown = members.find(([name]) => !schemes.has(name));
    if (unknown === undefined) return [uses];
    unknown[1].lose(
      `The security scheme ${JSON.stringify(unknown[0])} does not exist or is not supported.`,
    );
    return [];
  });
  return alternatives;
}

/** Whether a credential sets the header `Authorization`. */
export function setsAuthorization(
  security: Security | undefined,
  schemes: ReadonlyMap<string, SecurityScheme>,
): boolean {
  return (security ?? []).flat().some(({ name }) => {
    const scheme = schemes.get(name);
    return scheme?.kind === "apiKey"
      ? scheme.in === "header" && scheme.name.toLowerCase() === "authorization"
      : scheme !== undefined;
  });
}
