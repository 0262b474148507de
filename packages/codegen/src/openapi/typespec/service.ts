import type { Contract } from "../contract.ts";
import { isApiVersion } from "./parameters.ts";
import type { Scope } from "./scope.ts";
import { authText } from "./security.ts";
import { serversOf, serverText } from "./servers.ts";
import { docText, externalDocsText, identifier, lines, longText, quoted } from "./text.ts";

/** Writes the namespace of the service with its decorators. */
export function printService(scope: Scope, namespace: string): string {
  const { info, security, tags } = scope.contract;
  const version = apiVersion(scope.contract);
  if (version !== undefined) scope.uses.add("versioning");
  return lines(
    docText(info.description),
    `@service(#{ title: ${quoted(info.title)} })`,
    infoText(scope.contract, version),
    externalDocsText(info.externalDocs),
    ...uniqueTags(tags)
      .filter((tag) => tag.description !== undefined || tag.externalDocs !== undefined)
      .map(tagText),
    ...serversOf(scope.contract).map(serverText),
    version === undefined ? "" : "@Versioning.versioned(Versions)",
    authText(scope, security),
    `namespace ${identifier(namespace)};`,
    version === undefined
      ? ""
      : `\n/** The versions of the API. */\nenum Versions {\n${identifier(`v${version.replaceAll(/[^0-9A-Za-z]/g, "_")}`)}: ${quoted(version)},\n}`,
  );
}

/** Returns the API version that callers send; undefined if no operation has a parameter for it. */
function apiVersion(contract: Contract): string | undefined {
  const { info, operations } = contract;
  const takes = operations.some(({ parameters }) =>
    parameters.some(({ parameter }) => isApiVersion(parameter, contract)),
  );
  return takes && info.version !== "" ? info.version : undefined;
}

function infoText({ info }: Contract, version: string | undefined): string {
  const members = [
    ...(version !== undefined || info.version === "" ? [] : [`version: ${quoted(info.version)}`]),
    ...(info.termsOfService === undefined
      ? []
      : [`termsOfService: ${quoted(info.termsOfService)}`]),
    ...recordText("contact", info.contact),
    ...recordText("license", info.license),
  ];
  return members.length === 0 ? "" : `@OpenAPI.info(#{ ${members.join(", ")} })`;
}

function recordText(
  name: string,
  record: Readonly<Record<string, string>> | undefined,
): readonly string[] {
  if (record === undefined || (name === "license" && record["name"] === undefined)) return [];
  return [
    `${name}: #{ ${Object.entries(record)
      .map(([key, value]) => `${key}: ${quoted(value)}`)
      .join(", ")} }`,
  ];
}

function uniqueTags(tags: Contract["tags"]): Contract["tags"] {
  return [...new Map(tags.toReversed().map((tag) => [tag.name, tag])).values()].toReversed();
}

function tagText({ name, description, externalDocs }: Contract["tags"][number]): string {
  const members = [
    ...(description === undefined ? [] : [`description: ${longText(description)}`]),
    ...(externalDocs === undefined ? [] : recordText("externalDocs", { ...externalDocs })),
  ];
  return `@OpenAPI.tagMetadata(${quoted(name)}, #{ ${members.join(", ")} })`;
}
