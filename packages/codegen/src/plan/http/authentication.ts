import type {
  SdkClientType,
  SdkHttpOperation,
  SdkServiceMethod,
} from "@azure-tools/typespec-client-generator-core";
import { getAuthentication, getAuthenticationForOperation } from "@typespec/http";
import type { Authentication, HttpAuth } from "@typespec/http";
import { camelCase } from "../names.ts";
import type { Planner } from "../planner.ts";
import type { AuthAlternatives, AuthPlan, SchemePlan } from "../types.ts";

type Client = SdkClientType<SdkHttpOperation>;
type Method = SdkServiceMethod<SdkHttpOperation>;

/** The schemes of a client and its groups, and the schemes of each operation. */
export interface Authentications {
  readonly plan: AuthPlan | undefined;
  /** Returns what an operation requires; undefined if it equals the requirement of most operations. */
  readonly of: (method: Method) => AuthAlternatives | undefined;
}

/** Determines the credentials of a client from the http library, because TCGC knows those of the service only. */
export function planAuthentication(planner: Planner, root: Client): Authentications {
  const { program } = planner;
  const [service] = root.__raw.services;
  const ofService = service === undefined ? undefined : getAuthentication(program, service);
  const schemes = new Schemes();
  const wanted = new Map<Method, AuthAlternatives>();
  for (const method of methodsOf(root)) {
    const { operation } = method.operation.__raw;
    const own = getAuthenticationForOperation(program, operation) ?? ofService;
    wanted.set(method, schemes.alternatives(own));
  }
  const inService = schemes.alternatives(ofService);
  if (schemes.all.length === 0) return { plan: undefined, of: () => undefined };
  const byDefault = mostFrequent([...wanted.values()], inService);
  return {
    plan: {
      schemes: schemes.all,
      isNamed: needsNames(schemes.all, [...wanted.values(), inService]),
      byDefault,
      isOptional: !needsCredential(inService) && ![...wanted.values()].every(needsCredential),
      isUniform: [...wanted.values()].every((own) => isSame(own, byDefault)),
    },
    of: (method) => {
      const own = wanted.get(method) ?? inService;
      return isSame(own, byDefault) ? undefined : own;
    },
  };
}

function needsCredential(alternatives: AuthAlternatives): boolean {
  return alternatives.length > 0 && alternatives.every((all) => all.length > 0);
}

function methodsOf(client: Client): readonly Method[] {
  return [...client.methods, ...(client.children ?? []).flatMap(methodsOf)];
}

function isSame(left: AuthAlternatives, right: AuthAlternatives): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function mostFrequent(all: readonly AuthAlternatives[], otherwise: AuthAlternatives) {
  const counts = new Map<string, number>([[JSON.stringify(otherwise), 0]]);
  for (const one of all) {
    const key = JSON.stringify(one);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [[key = "[]"] = []] = [...counts].toSorted((left, right) => right[1] - left[1]);
  return JSON.parse(key) as AuthAlternatives;
}

/** Whether credentials must be given by name: their types do not identify the scheme, or a request needs several. */
function needsNames(schemes: readonly SchemePlan[], wanted: readonly AuthAlternatives[]): boolean {
  const kinds = schemes.map(({ kind }) => (kind === "bearer" ? "token" : kind));
  return (
    new Set(kinds).size < kinds.length ||
    wanted.some((alternatives) => alternatives.some((all) => all.length > 1))
  );
}

/** Collects schemes under unique names. Equal schemes are collected once. */
class Schemes {
  readonly #byKey = new Map<string, SchemePlan>();

  get all(): readonly SchemePlan[] {
    return [...this.#byKey.values()];
  }

  /** Returns the alternatives to authenticate, each a list of schemes. The empty list (no credential) comes last. */
  alternatives(authentication: Authentication | undefined): AuthAlternatives {
    const alternatives = (authentication?.options ?? []).map(({ schemes }) =>
      schemes.flatMap((scheme) => (scheme.type === "noAuth" ? [] : [this.#nameOf(scheme)])),
    );
    const keyed = new Map(alternatives.map((all) => [JSON.stringify(all), all]));
    return [...keyed.values()].toSorted(
      (left, right) => Number(left.length === 0) - Number(right.length === 0),
    );
  }

  #nameOf(scheme: Exclude<HttpAuth, { type: "noAuth" }>): string {
    const planned = planScheme(scheme);
    const key = keyOf(planned);
    const known = this.#byKey.get(key);
    const name = known?.name ?? this.#freeName(planned.name);
    if (planned.kind === "token" || planned.kind === "bearer") {
      const before = known?.kind === "token" || known?.kind === "bearer" ? known : undefined;
      const scopes = [...new Set([...(before?.scopes ?? []), ...planned.scopes])];
      // A scheme that is used with a fixed key and with OAuth2 takes a token.
      const kind = before === undefined || before.kind === planned.kind ? planned.kind : "token";
      this.#byKey.set(key, { ...planned, kind, name, scopes });
    } else if (known === undefined) {
      this.#byKey.set(key, { ...planned, name });
    }
    return name;
  }

  #freeName(name: string): string {
    const taken = new Set(this.all.map((scheme) => scheme.name));
    if (!taken.has(name)) return name;
    for (let number = 2; ; number++) if (!taken.has(`${name}${number}`)) return `${name}${number}`;
  }
}

/** Schemes with the same key write the same value to the same place. */
function keyOf(scheme: SchemePlan): string {
  if (scheme.kind !== "key") return scheme.kind === "basic" ? "basic" : "token";
  return JSON.stringify([scheme.in, scheme.place, scheme.prefix]);
}

function planScheme(scheme: Exclude<HttpAuth, { type: "noAuth" }>): SchemePlan {
  switch (scheme.type) {
    case "oauth2": {
      const scopes = scheme.flows.flatMap((flow) => flow.scopes.map(({ value }) => value));
      return { kind: "token", name: "token", scopes: [...new Set(scopes)] };
    }
    case "openIdConnect":
      return { kind: "token", name: "token", scopes: scheme.scopes };
    case "apiKey":
      return { kind: "key", name: camelCase(scheme.name), in: scheme.in, place: scheme.name };
    default: {
      // A string, because specifications can name any HTTP scheme, while the type lists only two.
      const name: string = scheme.scheme;
      if (/^bearer$/i.test(name)) return { kind: "bearer", name: "token", scopes: [] };
      if (/^basic$/i.test(name)) return { kind: "basic", name: "basic" };
      const place = "authorization";
      return { kind: "key", name: camelCase(name), in: "header", place, prefix: name };
    }
  }
}
