import type { BodyPart, RequestBodyType } from "@azure/core-rest-pipeline";
import { expect, test } from "vitest";
import { formField, formFile, multipart } from "./multipart.ts";

const bytes = new TextEncoder().encode("bytes");

async function sent(...parts: (BodyPart | undefined)[]): Promise<FormData> {
  const { body, contentType } = await multipart(parts);
  return new Response(await textOf(body), { headers: { "content-type": contentType } }).formData();
}

async function textOf(body: RequestBodyType): Promise<string> {
  if (typeof body !== "function") throw new TypeError("expected a body that can be read again");
  let text = "";
  for await (const chunk of body() as AsyncIterable<Uint8Array>)
    text += new TextDecoder().decode(chunk);
  return text;
}

test("writes fields and files, and omits undefined ones", async () => {
  const form = await sent(formField("id", "1"), undefined, formFile("image", bytes, "image/png"));
  expect([...form.keys()]).toEqual(["id", "image"]);
  expect(form.get("id")).toBe("1");
  const file = form.get("image") as File;
  expect([file.name, file.type, await file.text()]).toEqual(["image", "image/png", "bytes"]);
});

test("uses the name and type of the file", async () => {
  const form = await sent(
    formFile("image", new File(["x"], "a.gif", { type: "image/gif" }), "image/png"),
  );
  const file = form.get("image") as File;
  expect([file.name, file.type]).toEqual(["a.gif", "image/gif"]);
});

test("prefers the name and type of the caller", async () => {
  const upload = {
    contents: new Blob(["x"], { type: "image/gif" }),
    filename: "b",
    contentType: "a/b",
  };
  const file = (await sent(formFile("image", upload))).get("image") as File;
  expect([file.name, file.type]).toEqual(["b", "a/b"]);
});

test("escapes a name that would end its header", () => {
  const { headers } = formFile('a"b', { contents: bytes, filename: 'x"\r\nX-Evil: 1' });
  expect(headers.get("content-disposition")).toBe(
    'form-data; name="a%22b"; filename="x%22%0D%0AX-Evil: 1"',
  );
});

test("creates a body that a retry can send again", async () => {
  const { body } = await multipart([formField("id", "1")]);
  expect(await textOf(body)).toBe(await textOf(body));
});

test("omits names outside of forms, and keeps file names", () => {
  const dispositions = [
    formField(undefined, "1"),
    formFile(undefined, bytes),
    formFile(undefined, { contents: bytes, filename: "a.png" }),
  ].map(({ headers }) => headers.get("content-disposition"));
  expect(dispositions).toEqual([undefined, undefined, 'attachment; filename="a.png"']);
});
