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
