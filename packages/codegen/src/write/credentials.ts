import type { AuthPlan, ContextPlan, SchemePlan } from "../plan/types.ts";
import { docComment } from "./docs.ts";
import { contextPath } from "./paths.ts";
import type { SourceFile } from "./source-file.ts";
import { access, propertyKey } from "./type-text.ts";

/** Returns the type of a context's credential, without `undefined`. */
export function credentialType(file: SourceFile, plan: ContextPlan, auth: AuthPlan): string {
  if (plan.credentialsName !== undefined) return file.type(contextPath, plan.credentialsName);
  const types = auth.schemes.flatMap((scheme) => schemeTypes(file, auth, scheme));
  return [...new Set(types)].join(" | ");
}

function schemeTypes(file: SourceFile, auth: AuthPlan, scheme: SchemePlan): readonly string[] {
  return credentialNames(auth, scheme).map((name) => file.type("@azure/core-auth", name));
}

/** Whether a fixed key can be passed as a bearer token without being confused with another scheme's key. */
function takesBearerKey(auth: AuthPlan): boolean {
  return auth.isNamed || !auth.schemes.some(({ kind }) => kind === "key");
}

function credentialNames(auth: AuthPlan, scheme: SchemePlan): readonly string[] {
  switch (scheme.kind) {
    case "token":
      return ["TokenCredential"];
    case "bearer":
      return takesBearerKey(auth) ? ["KeyCredential", "TokenCredential"] : ["TokenCredential"];
    case "key":
      return ["KeyCredential"];
    case "basic":
      return ["NamedKeyCredential"];
  }
}

/** Writes the interface of the credentials, for a service that accepts several by name. */
export function writeCredentials(file: SourceFile, plan: ContextPlan): string | undefined {
  const { auth, credentialsName } = plan;
  if (auth === undefined || credentialsName === undefined) return undefined;
  const always = (name: string): boolean =>
    auth.isUniform && auth.byDefault.every((all) => all.includes(name));
  const lines = auth.schemes.map((scheme) => {
    const type = schemeTypes(file, auth, scheme).join(" | ");
    const doc = docComment({ text: schemeDoc(scheme) });
    return always(scheme.name)
      ? `${doc}${propertyKey(scheme.name)}: ${type};`
      : `${doc}${propertyKey(scheme.name)}?: ${type} | undefined;`;
  });
  return `/** The credentials of the service. Each operation sends the ones it needs. */\nexport interface ${credentialsName} {\n${lines.join("\n")}\n}`;
}

function schemeDoc(scheme: SchemePlan): string {
  switch (scheme.kind) {
    case "key": {
      const place = { header: "header", query: "query parameter", cookie: "cookie" }[scheme.in];
      return `The key for the ${place} \`${scheme.place}\`.`;
    }
    case "basic":
      return "The user name and the password.";
    default:
      return "The bearer token.";
  }
}

/** Returns the documentation of a context's credential. */
export function credentialDoc(auth: AuthPlan): string {
  const kinds = auth.schemes.map((scheme) => {
    if (scheme.kind === "key") return `a key (\`${scheme.place}\`)`;
    return scheme.kind === "basic" ? "a user name and a password" : "a bearer token";
  });
  const which = auth.isNamed ? `By name: ${kinds.join(", ")}.` : `${capital(kinds.join(" or "))}.`;
  return auth.isOptional ? `${which} Not every operation needs it.` : which;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Writes the expression for the policy that authenticates requests. */
export function authenticationText(file: SourceFile, auth: AuthPlan, endpoint: string): string {
  if (!auth.isNamed && auth.isUniform) return chosenPolicy(file, auth, endpoint);
  const policies = auth.schemes.map((scheme) => {
    const key = propertyKey(scheme.name);
    return `${key}: ${namedPolicy(file, auth, scheme, endpoint)}`;
  });
  return `${file.helper("authenticationPolicy")}({ ${policies.join(", ")} }, ${JSON.stringify(auth.byDefault)})`;
}

/** The members that identify the type of a credential. */
const members = { token: "getToken", bearer: "getToken", basic: "name", key: "key" } as const;

/** Writes the choice of a policy by the type of the credential. */
function chosenPolicy(file: SourceFile, auth: AuthPlan, endpoint: string): string {
  const order = ["token", "bearer", "basic", "key"] as const;
  const schemes = auth.schemes.toSorted(
    (left, right) => order.indexOf(left.kind) - order.indexOf(right.kind),
  );
  const text = schemes
    .map((scheme, index) => {
      const policy = policyText(file, auth, scheme, "credential", endpoint);
      return index === schemes.length - 1
        ? policy
        : `"${members[scheme.kind]}" in credential ? ${policy} : `;
    })
    .join("");
  return auth.isOptional ? `credential && (${text})` : text;
}

/** Writes the policy of one scheme, if its credential is given. */
function namedPolicy(
  file: SourceFile,
  auth: AuthPlan,
  scheme: SchemePlan,
  endpoint: string,
): string {
  if (auth.isNamed) {
    const credential = access("credential", scheme.name);
    const given = auth.isOptional
      ? credential.replace(/^credential\.?/, "credential?.")
      : credential;
    return `${given} && ${policyText(file, auth, scheme, credential, endpoint)}`;
  }
  const policy = policyText(file, auth, scheme, "credential", endpoint);
  const test = auth.schemes.length === 1 ? [] : [`"${members[scheme.kind]}" in credential`];
  const tests = [...(auth.isOptional ? ["credential"] : []), ...test];
  return tests.length === 0 ? policy : `${tests.join(" && ")} ? ${policy} : undefined`;
}

function policyText(
  file: SourceFile,
  auth: AuthPlan,
  scheme: SchemePlan,
  credential: string,
  endpoint: string,
): string {
  const keyPolicy = (place: object): string =>
    `${file.helper("keyPolicy")}(${credential}, ${JSON.stringify(place)}, ${endpoint})`;
  switch (scheme.kind) {
    case "basic":
      return `${file.helper("basicPolicy")}(${credential}, ${endpoint})`;
    case "key": {
      const prefix = scheme.prefix === undefined ? {} : { prefix: scheme.prefix };
      return keyPolicy({ in: scheme.in, name: scheme.place, ...prefix });
    }
    default: {
      const token = `${file.helper("bearerPolicy")}(${credential}, ${JSON.stringify(scheme.scopes)}, ${endpoint})`;
      if (scheme.kind !== "bearer" || !takesBearerKey(auth)) return token;
      const key = keyPolicy({ in: "header", name: "authorization", prefix: "Bearer" });
      return `("getToken" in ${credential} ? ${token} : ${key})`;
    }
  }
}
