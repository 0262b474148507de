import type { OperationPlan, ParameterPlan } from "../plan/types.ts";
import { docComment, firstSentence } from "./docs.ts";
import { isPaged } from "./paged.ts";

/** Writes the doc comment of an operation's function. */
export function writeFunctionDoc(operation: OperationPlan): string {
  const fallback = `Calls \`${operation.method} ${pathDoc(operation)}\`.`;
  const statuses = operation.responses.map(({ statuses: { start, end } }) =>
    start === end ? `${start}` : `${start} to ${end}`,
  );
  const tags = [
    "@param context - Where to send the request, and how.",
    ...operation.parameters.flatMap(parameterTag),
    "@param options - Settings of this call.",
    `@returns ${returnsDoc(operation)}`,
    `@throws RestError when the service answers with another status than ${statuses.join(" or ")}, or with something else than it promises.${errorDoc(operation)}`,
    exampleTag(operation),
  ];
  return docComment(operation.doc, tags, fallback);
}

/** What stands in the details of an operation's errors. */
function errorDoc(operation: OperationPlan): string {
  const byType = new Map<string, string[]>();
  for (const { type, statuses } of operation.errors) {
    if (type?.kind !== "model") continue;
    const status =
      statuses === "default"
        ? "other statuses"
        : statuses.start === statuses.end
          ? String(statuses.start)
          : `${statuses.start} to ${statuses.end}`;
    byType.set(type.ref, [...(byType.get(type.ref) ?? []), status]);
  }
  return [...byType]
    .map(([name, statuses]) => ` For ${statuses.join(", ")}, \`details\` hold a {@link ${name}}.`)
    .join("");
}

function pathDoc(operation: OperationPlan): string {
  return operation.path
    .map((part) => (typeof part === "string" ? part : `{${part.wireName}}`))
    .join("");
}

/** What the spec says of a parameter; a tag that only repeats its name is left out. */
function parameterTag(parameter: ParameterPlan): readonly string[] {
  const text = firstSentence(parameter.doc);
  return text === undefined ? [] : [`@param ${parameter.name} - ${text}`];
}

/** What TypeSpec says of a status where the spec says nothing. */
const sayNothing =
  /^(The request has (succeeded|been accepted)|There is no content to send|Standard response)/;

function returnsDoc(operation: OperationPlan): string {
  if (isPaged(operation))
    return "The items, one by one or page by page; requests are sent as they are needed.";
  const described = operation.responses
    .map((response) => response.description?.replace(/\s+/g, " ").trim() ?? "")
    .filter((text) => text !== "" && !sayNothing.test(text));
  const isVoid = operation.responses.every(({ format }) => format === "none");
  const otherwise = isVoid ? "Nothing, once the service has done it." : "What the service answers.";
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
