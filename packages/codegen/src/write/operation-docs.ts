import type { OperationPlan, ParameterPlan } from "../plan/types.ts";
import { docComment, firstSentence } from "./docs.ts";
import { isPaged } from "./operation-kinds.ts";

/** Writes the doc comment of an operation's function. */
export function writeFunctionDoc(operation: OperationPlan): string {
  const fallback = `Calls \`${operation.method} ${pathDoc(operation)}\`.`;
  const statuses = operation.responses.map(({ statuses: { start, end } }) =>
    start === end ? `${start}` : `${start} to ${end}`,
  );
  const tags = [
    "@param context - The endpoint, the credential and the options of the client.",
    ...operation.parameters.flatMap(parameterTag),
    "@param options - The options of the request.",
    `@returns ${returnsDoc(operation)}`,
    `@throws RestError if the status code is not ${oneOf(statuses)}, or if the response cannot be read.${errorDoc(operation)}`,
    exampleTag(operation),
  ];
  return docComment(operation.doc, tags, fallback);
}

/** Documents which model the `details` of an operation's errors are. */
function errorDoc(operation: OperationPlan): string {
  const byType = new Map<string, string[]>();
  for (const { type, statuses } of operation.errors) {
    if (type?.kind !== "model") continue;
    const status =
      statuses === "default"
        ? "another one"
        : statuses.start === statuses.end
          ? String(statuses.start)
          : `${statuses.start} to ${statuses.end}`;
    byType.set(type.ref, [...(byType.get(type.ref) ?? []), status]);
  }
  return [...byType]
    .map(
      ([name, statuses]) =>
        ` If the status code is ${oneOf(statuses)}, \`details\` is a {@link ${name}}.`,
    )
    .join("");
}

/** "200", "200 or 204", "200, 201 or 204". */
function oneOf(statuses: readonly string[]): string {
  const [last = "", ...others] = statuses.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(", ")} or ${last}`;
}

function pathDoc(operation: OperationPlan): string {
  return operation.path
    .map((part) => (typeof part === "string" ? part : `{${part.wireName}}`))
    .join("");
}

/** Returns the tag of a parameter, if the spec documents it. */
function parameterTag(parameter: ParameterPlan): readonly string[] {
  const text = firstSentence(parameter.doc);
  return text === undefined ? [] : [`@param ${parameter.name} - ${text}`];
}

/** Default descriptions of TypeSpec, used if the spec has none. */
const sayNothing =
  /^(The request has (succeeded|been accepted)|There is no content to send|Standard response)/;

function returnsDoc(operation: OperationPlan): string {
  if (isPaged(operation))
    return "The items, to iterate one by one or page by page. Requests are sent as needed.";
  const described = operation.responses
    .map((response) => response.description?.replace(/\s+/g, " ").trim() ?? "")
    .filter((text) => text !== "" && !sayNothing.test(text));
  const isVoid = operation.responses.every(({ format }) => format === "none");
  const otherwise = isVoid
    ? "A promise that resolves when the request has succeeded."
    : "The response body.";
  return described.length > 0 ? described.join(" Or: ") : otherwise;
}

function exampleTag(operation: OperationPlan): string {
  const args = ["context", ...operation.parameters.map(({ name }) => name)].join(", ");
  const call = `${operation.functionName}(${args})`;
  if (isPaged(operation)) {
    return `@example\n\`\`\`ts\nfor await (const item of ${call}) console.log(item);\n\`\`\``;
  }
  const isVoid = operation.responses.every(
    ({ format, headers }) => format === "none" && headers.length === 0,
  );
  return `@example\n\`\`\`ts\n${isVoid ? "" : "const result = "}await ${call};\n\`\`\``;
}
