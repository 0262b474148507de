import type { OAuthFlow, Security, SecurityScheme, SchemeUse } from "../contract.ts";
import { type Scope, typeName } from "./scope.ts";
import { docText, identifier, lines, quoted } from "./text.ts";

/** Writes `@useAuth` for the security of a service or an operation. */
export function authText(scope: Scope, security: Security | undefined): string {
  if (security === undefined) return "";
  const alternatives = security.map((uses) => alternativeText(scope, uses));
  const unique = [...new Set(alternatives)];
  if (unique.length === 0) return "@useAuth(NoAuth)";
  return `@useAuth(${unique.join(" | ")})`;
}

function alternativeText(scope: Scope, uses: readonly SchemeUse[]): string {
  const texts = uses.map((use) => schemeText(scope, use));
  if (texts.length === 0) return "NoAuth";
  return texts.length === 1 ? (texts[0] ?? "") : `[${texts.join(", ")}]`;
}

function schemeText(scope: Scope, { name, scopes }: SchemeUse): string {
  const scheme = scope.contract.schemes.get(name);
  if (scheme?.kind !== "oauth2") return schemeNames(scope).get(name) ?? "NoAuth";
  const own = schemeNames(scope).get(name) ?? "";
  return scopes.length === 0 ? own : `${own}<[${scopes.map(quoted).join(", ")}]>`;
}

const named = new WeakMap<Scope, ReadonlyMap<string, string>>();

function schemeNames(scope: Scope): ReadonlyMap<string, string> {
  const known = named.get(scope);
  if (known !== undefined) return known;
  const names = new Map<string, string>();
  for (const [name, scheme] of scope.contract.schemes) {
    const own = scope.names.claim(typeName(/auth|key|token/i.test(name) ? name : `${name} auth`));
    names.set(name, identifier(own));
    const text = lines(docText(scheme.description), declaration(scheme, identifier(own)));
    scope.declarations.push({ file: "main.tsp", name: own, text, at: scheme.at });
  }
  named.set(scope, names);
  return names;
}

function declaration(scheme: SecurityScheme, name: string): string {
  switch (scheme.kind) {
    case "apiKey":
      return `model ${name} is ApiKeyAuth<ApiKeyLocation.${scheme.in}, ${quoted(scheme.name)}>;`;
    case "http":
      return httpDeclaration(scheme.scheme, name);
    case "openIdConnect":
      return `model ${name} is OpenIdConnectAuth<${quoted(scheme.url)}>;`;
    case "oauth2":
      return `model ${name}<Scopes extends string[] = []> is OAuth2Auth<[${scheme.flows.map(flowText).join(", ")}], Scopes>;`;
  }
}

function httpDeclaration(scheme: string, name: string): string {
  const lower = scheme.toLowerCase();
  if (lower === "basic") return `model ${name} is BasicAuth;`;
  if (lower === "bearer") return `model ${name} is BearerAuth;`;
  return `model ${name} {\ntype: AuthType.http;\n\nscheme: ${quoted(scheme)};\n}`;
}

function flowText({ type, authorizationUrl, tokenUrl, refreshUrl }: OAuthFlow): string {
  const members = [
    `type: OAuth2FlowType.${type};`,
    ...(type === "implicit" || type === "authorizationCode"
      ? [`authorizationUrl: ${quoted(authorizationUrl ?? "")};`]
      : []),
    ...(type === "implicit" ? [] : [`tokenUrl: ${quoted(tokenUrl ?? "")};`]),
    ...(refreshUrl === undefined ? [] : [`refreshUrl: ${quoted(refreshUrl)};`]),
  ];
  return `{ ${members.join(" ")} }`;
}
