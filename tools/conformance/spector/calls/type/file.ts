import * as client from "#emitted/type/file/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";
import { png, utf8 } from "../../values.ts";

const open = ({ endpoint }: CallContext) =>
  client.createFileContext({ validateResponses: true, endpoint });

const json = utf8('{"message":"test file content"}');

export const calls: Calls = {
  Type_File_Body_uploadFileSpecificContentType: (at) =>
    assert.nothing(client.bodyUploadFileSpecificContentType(open(at), { contents: png })),
  Type_File_Body_uploadFileJsonContentType: (at) =>
    assert.nothing(client.bodyUploadFileJsonContentType(open(at), { contents: json })),
  Type_File_Body_uploadFileMultipleContentTypes: (at) =>
    assert.nothing(
      client.bodyUploadFileMultipleContentTypes(open(at), "image/png", { contents: png }),
    ),
  Type_File_Body_uploadFileDefaultContentType: (at) =>
    assert.nothing(
      client.bodyUploadFileDefaultContentType(
        open(at),
        { contents: png },
        { contentType: "image/png" },
      ),
    ),
  Type_File_Body_downloadFileJsonContentType: async (at) => {
    const file = await client.bodyDownloadFileJsonContentType(open(at));
    assert.deepEqual(await file.bytes(), json);
    assert.match(String(file.contentType), /^application\/json/);
  },
  Type_File_Body_downloadFileSpecificContentType: async (at) => {
    const file = await client.bodyDownloadFileSpecificContentType(open(at));
    assert.deepEqual(await file.bytes(), png);
    assert.equal(file.contentType, "image/png");
  },
  Type_File_Body_downloadFileMultipleContentTypes: async (at) => {
    const file = await client.bodyDownloadFileMultipleContentTypes(open(at));
    assert.deepEqual(await file.bytes(), png);
    assert.equal(file.contentType, "image/png");
  },
  Type_File_Body_downloadFileDefaultContentType: async (at) => {
    const file = await client.bodyDownloadFileDefaultContentType(open(at));
    assert.deepEqual(await file.bytes(), png);
    assert.equal(file.contentType, "image/png");
  },
};
