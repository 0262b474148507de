import type {
  SdkClientType,
  SdkEndpointType,
  SdkHttpOperation,
} from "@azure-tools/typespec-client-generator-core";
import type { Namespace } from "@typespec/compiler";
import { SyntaxKind } from "@typespec/compiler/ast";
import { getServers, type HttpServer } from "@typespec/http";
import { planDoc } from "../docs.ts";
import { camelCase, isIdentifier, isReserved } from "../names.ts";
import type { Planner } from "../planner.ts";
import { planType } from "../types-of.ts";
import type { EndpointArgumentPlan, ServerPlan } from "../types.ts";

type Client = SdkClientType<SdkHttpOperation>;

/** Returns the base URLs of a client in the order of the spec. The first one is the default. */
export function planServers(planner: Planner, client: Client): readonly ServerPlan[] {
  const [service] = client.__raw.services;
  const declared = service === undefined ? [] : inOrder(planner, service);
  const templates = endpointTypes(client);
  const servers = new Map<string, ServerPlan>();
  const taken = new Set<string>();
  for (const { url, description } of declared) {
    if (servers.has(url)) continue;
    const template = templates.find(({ serverUrl }) => serverUrl === url);
    servers.set(url, {
      name: nameOf(description, taken),
      ...(description === undefined || description === "" ? {} : { description }),
      parts: planParts(planner, url, template),
    });
  }
  return [...servers.values()];
}

/** Restores the order of the spec. Decorators are applied from last to first, so the library has them reversed. */
function inOrder({ program }: Planner, service: Namespace): readonly HttpServer[] {
  const positions = new Map<string, number>();
  for (const { node, args } of service.decorators) {
    const url: unknown = args[0]?.jsValue;
    if (typeof url === "string" && node?.kind === SyntaxKind.DecoratorExpression) {
      positions.set(url, node.pos);
    }
  }
  const position = ({ url }: HttpServer): number => positions.get(url) ?? Number.MAX_SAFE_INTEGER;
  return (getServers(program, service) ?? []).toSorted((a, b) => position(a) - position(b));
}

/** Returns TCGC's types of the URLs with parameters. */
function endpointTypes(client: Client): readonly SdkEndpointType[] {
  const parameter = client.clientInitialization.parameters.find(({ kind }) => kind === "endpoint");
  if (parameter?.kind !== "endpoint") return [];
  return parameter.type.kind === "union" ? parameter.type.variantTypes : [parameter.type];
}

/** Names a server after its description, if that is short enough for a name. */
function nameOf(description: string | undefined, taken: Set<string>): string {
  const words = (description ?? "").split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const base = words.length === 0 || words.length > 4 ? "server" : camelCase(words.join("-"));
  let name = base;
  for (let number = 2; taken.has(name); number++) name = `${base}${number}`;
  taken.add(name);
  return name;
}

/** A parameter of a URL is a variable in the emitted code. */
function variableName(name: string): string {
  const own = isIdentifier(name) ? name : camelCase(name);
  return isReserved(own) ? `${own}Param` : own;
}

function planParts(
  planner: Planner,
  url: string,
  template: SdkEndpointType | undefined,
): ServerPlan["parts"] {
  return url
    .split(/(\{[^}]*\})/)
    .filter((part) => part !== "")
    .map((part) => {
      const wireName = /^\{(.*)\}$/.exec(part)?.[1];
      const argument = template?.templateArguments.find(
        ({ serializedName, name }) => serializedName === wireName || name === wireName,
      );
      if (wireName === undefined || argument === undefined) return part;
      const doc = planDoc(planner, argument);
      const after = url.slice(part.length);
      const plan: EndpointArgumentPlan = {
        name: variableName(argument.name),
        // "{endpoint}" and "{endpoint}/v1" begin with a URL; "{scheme}://example" and "{region}.example" do not.
        isUrl: url.startsWith(part) && (after === "" || after.startsWith("/")),
        type: planType(planner, argument.type),
        optional: argument.optional || argument.clientDefaultValue !== undefined,
        ...(argument.clientDefaultValue === undefined
          ? {}
          : { defaultValue: argument.clientDefaultValue }),
        apiVersion: argument.isApiVersionParam,
        ...(doc === undefined ? {} : { doc }),
      };
      return plan;
    });
}
