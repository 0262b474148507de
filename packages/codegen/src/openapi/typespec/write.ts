import type { Contract } from "../contract.ts";
import { errorSchemas, pageMarks } from "./marks.ts";
import { declareOperations, nameOperations } from "./operations.ts";
import { isApiVersion, printParameter } from "./parameters.ts";
import { declareResponse } from "./responses.ts";
import { declarePending, declareSchema } from "./schemas.ts";
import {
  builtInTypes,
  type Declaration,
  Names,
  type Scope,
  type SourceFile,
  typeName,
} from "./scope.ts";
import { printService } from "./service.ts";
import { soleStatuses } from "./statuses.ts";
import { docText, identifier, lines } from "./text.ts";
import { speaksXml } from "./xml.ts";

/** TypeSpec sources by file name, with their declarations in order. */
export interface Written {
  readonly namespace: string;
  readonly files: ReadonlyMap<SourceFile, readonly Declaration[]>;
  readonly heads: ReadonlyMap<SourceFile, string>;
}

const order: readonly SourceFile[] = [
  "models.tsp",
  "parameters.tsp",
  "responses.tsp",
  "operations.tsp",
];

/** Writes a contract as TypeSpec. */
export function writeTypeSpec(contract: Contract): Written {
  const scope = openScope(contract);
  const namespace = namespaceOf(contract.info.title);
  const operations = nameOperations(scope);
  const service = printService(scope, namespace);
  for (const [id, { parameter }] of contract.parameters) {
    const name = scope.parameterNames.get(id);
    if (name === undefined) continue;
    const members = printParameter(scope, parameter, new Names(), name);
    const text = `model ${identifier(name)} {\n${members.map((member) => `${member.text};`).join("\n\n")}\n}`;
    scope.declarations.push({ file: "parameters.tsp", name, text, at: parameter.at });
  }
  for (const [id, shared] of contract.responses) declareResponse(scope, id, shared);
  declareOperations(scope, operations);
  for (const id of contract.schemas.keys()) declareSchema(scope, id);
  declarePending(scope);
  declareFailure(scope);
  return arrange(scope, namespace, service);
}

function openScope(contract: Contract): Scope {
  const names = new Names(builtInTypes);
  const claim = (wanted: string): string => names.claim(typeName(wanted));
  const schemaNames = new Map(
    [...contract.schemas].map(([id, { schema, name }]) => [id, claim(schema.clientName ?? name)]),
  );
  const failureNames = { json: names.claim("Failure"), typed: names.claim("FailureIn") };
  const parameterNames = new Map(
    [...contract.parameters].map(([id, { name, parameter }]) => [
      id,
      claim(
        isApiVersion(parameter, contract)
          ? "ApiVersionParameter"
          : /param(eter)?$/i.test(name)
            ? name
            : `${name} parameter`,
      ),
    ]),
  );
  const responseNames = new Map(
    [...contract.responses].map(([id, { name }]) => [
      id,
      claim(/response$/i.test(name) ? name : `${name} response`),
    ]),
  );
  const scope: Scope = {
    contract,
    names,
    schemaNames,
    parameterNames,
    responseNames,
    responseStatuses: soleStatuses(contract),
    failureNames,
    declarations: [],
    inline: new Map(),
    pending: [],
    pageMarks: new Map(),
    errorSchemas: errorSchemas(contract),
    uses: new Set(),
    hasXml: speaksXml(contract),
  };
  return { ...scope, pageMarks: pageMarks(scope) };
}

/**
 * Returns the namespace for a title: `Swagger Petstore - OpenAPI 3.0` becomes `SwaggerPetstore`. Words about OpenAPI
 * are left out.
 */
function namespaceOf(title: string): string {
  const plain = title
    .replace(/\s*[-–(|]\s*(open\s?api|swagger).*$/i, "")
    .replaceAll(
      /\b(open\s?api|swagger|specification|spec|definition|documentation|rest|http|v\d+(\.\d+)*|api|apis)\b/gi,
      " ",
    )
    .normalize("NFD")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const name = typeName(plain === "" ? title : plain);
  return /^T?$/.test(name) ? "Service" : name;
}

/** Declares the envelopes for `default` responses that are used. */
function declareFailure(scope: Scope): void {
  const { declarations, contract, failureNames } = scope;
  const all = [
    [failureNames.json, "<Body> {\n@body body: Body;\n}"],
    [
      failureNames.typed,
      "<ContentType, Body> {\n@header contentType: ContentType;\n\n@body body: Body;\n}",
    ],
  ] as const;
  const used = all.filter(([name]) => declarations.some(({ text }) => text.includes(`${name}<`)));
  for (const [name, body] of used) {
    const doc = docText("The response for all other status codes.");
    const text = lines(doc, `@error\nmodel ${name}${body}`);
    declarations.push({ file: "responses.tsp", name, text, at: contract.at });
  }
}

function arrange(scope: Scope, namespace: string, service: string): Written {
  const files = new Map<SourceFile, readonly Declaration[]>();
  const heads = new Map<SourceFile, string>();
  const libraries = lines(
    'import "@typespec/http";',
    'import "@typespec/openapi";',
    scope.uses.has("versioning") ? 'import "@typespec/versioning";' : "",
    scope.uses.has("xml") ? 'import "@typespec/xml";' : "",
    scope.uses.has("core") ? 'import "@azure-tools/typespec-azure-core";' : "",
    scope.uses.has("tcgc") ? 'import "@azure-tools/typespec-client-generator-core";' : "",
  );
  const present = order.filter((file) => scope.declarations.some((one) => one.file === file));
  const main = present.map((file) => `import "./${file}";`).join("\n");
  files.set("main.tsp", [
    { file: "main.tsp", name: namespace, text: service, at: scope.contract.at },
    ...scope.declarations.filter(({ file }) => file === "main.tsp"),
  ]);
  heads.set("main.tsp", `${lines(libraries, main)}\n\nusing Http;`);
  for (const file of present) {
    files.set(
      file,
      scope.declarations.filter((one) => one.file === file),
    );
    heads.set(file, `${libraries}\n\nusing Http;\n\nnamespace ${identifier(namespace)};`);
  }
  return { namespace, files, heads };
}
