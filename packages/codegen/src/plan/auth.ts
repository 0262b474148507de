import type {
  SdkClientType,
  SdkCredentialType,
  SdkHttpOperation,
} from "@azure-tools/typespec-client-generator-core";
import { reportDiagnostic } from "../lib.ts";
import { targetOf, type Planner } from "./planner.ts";
import type { AuthPlan } from "./types.ts";

/** What credentials a client takes. */
export function planAuth(
  planner: Planner,
  client: SdkClientType<SdkHttpOperation>,
): { readonly auth: readonly AuthPlan[]; readonly authOptional: boolean } {
  const parameter = client.clientInitialization.parameters.find(
    (candidate) => candidate.kind === "credential",
  );
  if (parameter?.kind !== "credential") return { auth: [], authOptional: false };
  const { type } = parameter;
  const credentials = type.kind === "union" ? type.variantTypes : [type];
  const auth: AuthPlan[] = [];
  let authOptional = parameter.optional;
  for (const credential of credentials) {
    if (credential.scheme.type === "noAuth") {
      authOptional = true;
      continue;
    }
    const plan = planCredential(planner, client, credential);
    if (plan === undefined) continue;
    const same = auth.find((other) => other.kind === plan.kind);
    if (same === undefined) auth.push(plan);
    else if (plan.kind === "key") {
      // Nothing about two keys would tell which place each is for.
      reportAuth(planner, client, credential, `${credential.scheme.type} ${plan.name}`);
    }
  }
  return { auth, authOptional };
}

function planCredential(
  planner: Planner,
  client: SdkClientType<SdkHttpOperation>,
  credential: SdkCredentialType,
): AuthPlan | undefined {
  const { scheme } = credential;
  switch (scheme.type) {
    case "oauth2":
      return {
        kind: "token",
        scopes: [...new Set(scheme.flows.flatMap((flow) => flow.scopes.map(({ value }) => value)))],
      };
    case "apiKey":
      return { kind: "key", in: scheme.in, name: scheme.name };
    case "http": {
      const name = scheme.scheme.toLowerCase();
      if (name === "bearer") return { kind: "token", scopes: [] };
      if (name === "basic") return { kind: "basic" };
      return { kind: "key", in: "header", name: "authorization", prefix: scheme.scheme };
    }
    default:
      reportAuth(planner, client, credential, scheme.type);
      return undefined;
  }
}

function reportAuth(
  planner: Planner,
  client: SdkClientType<SdkHttpOperation>,
  credential: SdkCredentialType,
  scheme: string,
): void {
  reportDiagnostic(planner.program, {
    code: "unsupported-auth",
    format: { scheme },
    target: targetOf(credential, client.__raw.type && { __raw: client.__raw.type }),
  });
}
