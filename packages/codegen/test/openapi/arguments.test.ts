import { expect, test } from "vitest";
import { convert, openApi, string } from "./convert.ts";

/** Returns the operations of a document whose only operation has this path and these parameters. */
async function operationsWith(path: string, parameters: readonly unknown[]): Promise<string> {
  const get = { operationId: "getPet", parameters, responses: { 204: { description: "" } } };
  const { files } = await convert(
    openApi({
      paths: { [path]: { get } },
      components: {
        parameters: { Owner: { name: "owner", in: "path", required: true, schema: string } },
      },
    }),
  );
  return files.get("operations.tsp") ?? "";
}

test("keeps parameters of the path and of the query apart that have the same name", async () => {
  const owner = { name: "owner", in: "query", schema: string };
  for (const parameters of [
    [{ $ref: "#/components/parameters/Owner" }, owner],
    [owner, { name: "owner", in: "path", required: true, schema: string }],
    [owner],
  ]) {
    const operations = await operationsWith("/owners/{owner}/pets", parameters);
    expect(operations).toContain('@route("/owners/{ownerInPath}/pets")');
    expect(operations).toContain("@path ownerInPath: string");
    expect(operations).toContain("@query owner?: string");
  }
});

test("keeps the order of the path for parameters that the document does not declare", async () => {
  expect(await operationsWith("/owners/{owner}/pets/{id}", [])).toContain(
    "op getPet(@path owner: string, @path id: string)",
  );
});

const oneOf = (...schemas: readonly unknown[]) => ({ oneOf: schemas });

test("tells which values a parameter of several types takes in the client", async () => {
  const parameters = Object.entries({
    list: oneOf(string, { type: "array", items: string }),
    single: oneOf({ type: "integer" }, string, { type: "array", items: { type: "object" } }),
    none: { type: "array", items: { type: "object" } },
  }).map(([name, schema]) => ({ name, in: "query", schema }));
  const get = { operationId: "getPet", parameters, responses: { 204: { description: "" } } };
  const { files, losses } = await convert(openApi({ paths: { "/pets": { get } } }));
  const operations = files.get("operations.tsp") ?? "";
  expect(operations).toContain("list?: string[],");
  expect(operations).toContain("single?: integer | string,");
  expect(operations).toContain("none?: string,");
  expect(losses.map(({ reason }) => reason)).toEqual([
    "The value is a list in the client, also if it is a single one.",
    "Values that cannot be written in a URL, header or cookie are not in the client's type.",
    "The value is a string in the client, because its type cannot be written in a URL, header or cookie.",
  ]);
});
