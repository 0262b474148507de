import type {
  Header as DescribedHeader,
  Operation as Described,
  ResponseUse,
} from "@acs-chat/codegen/contract";
import type { Answer, Header } from "./contract.ts";
import { readContents } from "./read-contents.ts";
import type { TypeReader } from "./read-types.ts";
import { inOneLine } from "./texts.ts";

/** Reads the responses of an operation, by status code. */
export function readAnswers(
  types: TypeReader,
  operation: Described,
  id: string,
): ReadonlyMap<string, Answer> {
  return new Map(
    operation.responses.map((use) => [use.status, readAnswer(types, use, `${id} ${use.status}`)]),
  );
}

function readAnswer(types: TypeReader, { status, response }: ResponseUse, place: string): Answer {
  types.places.set(place, response.at);
  const name = place.replaceAll(" ", ".");
  return {
    status,
    error: response.isError === true || status === "default" || /^[45]/.test(status),
    ...readContents(types, response.contents, name),
    headers: new Map(
      response.headers.map((header) => {
        types.places.set(`${place} header ${header.name}`, header.at);
        return [header.name.toLowerCase(), readHeader(types, header, name)];
      }),
    ),
    description: inOneLine(response.description),
  };
}

function readHeader(types: TypeReader, header: DescribedHeader, name: string): Header {
  const { schema, required, deprecated } = header;
  return {
    name: header.name,
    required,
    ...(deprecated ? { deprecated } : {}),
    shape: types.shape(schema, `${name}.${header.name}`),
    description: inOneLine(header.description) || types.words(schema),
  };
}
