import type {
  Contract as OpenApi,
  Operation as Described,
  Server,
} from "@acs-chat/codegen/contract";
import type { Contract, Operation } from "./contract.ts";
import { readSource, type SourceDocument } from "./documents.ts";
import { canonicalJson } from "./json.ts";
import { readAnswers } from "./read-answers.ts";
import { readBody, readParameters } from "./read-requests.ts";
import { createTypeReader, type TypeReader } from "./read-types.ts";
import { docsText, inOneLine, joined } from "./texts.ts";

/**
 * Reads the contract that an OpenAPI document describes.
 *
 * @throws OpenApiError that names the file and the place if the document cannot be read.
 */
export function readContract(document: SourceDocument): Contract {
  return contractOf(readSource(document).contract);
}

/** Returns the contract of a document that the converter has read. */
export function contractOf(openapi: OpenApi): Contract {
  const types = createTypeReader(openapi);
  const { places } = types;
  const operations = new Map<string, Operation>();
  for (const one of openapi.operations) {
    const route = `${one.method.toUpperCase()} ${one.path}`;
    const id = one.id === undefined || operations.has(one.id) ? route : one.id;
    places.set(id, one.at);
    operations.set(id, readOperation(types, one, id));
  }
  const { security, schemes } = openapi;
  places.set("service", openapi.at);
  return {
    version: inOneLine(openapi.info.version),
    description: descriptionOf(openapi),
    host: hostOf(openapi.servers),
    security: canonicalJson({
      schemes: Object.fromEntries(
        [...schemes].map(([name, scheme]) => [name, { ...scheme, description: undefined }]),
      ),
      required: security ?? [],
    }),
    operations,
    models: types.models,
    enums: types.enums,
    unions: types.unions,
    places,
  };
}

function readOperation(types: TypeReader, operation: Described, id: string): Operation {
  const { pageable, longRunning, security, servers, tags } = operation;
  const body = operation.body && readBody(types, operation.body, id);
  const responses = readAnswers(types, operation, id);
  const produces = [...responses.values()].flatMap(({ mediaTypes }) => mediaTypes ?? []);
  return {
    id,
    method: operation.method.toUpperCase(),
    path: operation.path,
    description: joined(operation.summary, operation.description, docsText(operation.externalDocs)),
    deprecated: operation.deprecated,
    parameters: readParameters(types, operation, id),
    ...(body === undefined ? {} : { body }),
    produces: [...new Set(produces)].toSorted(),
    responses,
    ...(pageable === undefined
      ? {}
      : {
          paging: {
            items: pageable.itemName,
            ...(pageable.nextLinkName === undefined ? {} : { nextLink: pageable.nextLinkName }),
          },
        }),
    longRunning: longRunning !== undefined,
    ...(longRunning?.finalStateVia === undefined ? {} : { finalState: longRunning.finalStateVia }),
    ...(security === undefined ? {} : { security: canonicalJson(security) }),
    ...(servers === undefined ? {} : { host: hostOf(servers) }),
    ...(tags.length === 0 ? {} : { tags: tags.toSorted().join(", ") }),
  };
}

function descriptionOf({ info, servers, schemes, tags }: OpenApi): string {
  const records = [info.contact, info.license].map((one) =>
    one === undefined ? "" : canonicalJson(one),
  );
  return [
    `${inOneLine(info.title)}: ${inOneLine(info.description)}`,
    info.termsOfService,
    ...records,
    docsText(info.externalDocs),
    ...servers.map(({ description }) => description),
    ...servers.flatMap(({ variables }) => variables.map(({ description }) => description)),
    ...[...schemes.values()].map(({ description }) => description),
    ...tags
      .map((tag) => joined(`${tag.name}:`, tag.description, docsText(tag.externalDocs)))
      .toSorted(),
  ]
    .map(inOneLine)
    .filter((text) => text !== "")
    .join(" | ");
}

function hostOf(servers: readonly Server[]): string {
  return servers
    .map(({ url, variables }) => {
      const known = variables
        .filter((one) => one.values.length > 0 || one.default !== undefined)
        .map(
          ({ name, values, default: value }) =>
            `${name}: ${values.join("|")}${value === undefined ? "" : ` = ${value}`}`,
        );
      return `${url.replace(/\/$/, "")}${known.length === 0 ? "" : ` (${known.join(", ")})`}`;
    })
    .join(" or ");
}
