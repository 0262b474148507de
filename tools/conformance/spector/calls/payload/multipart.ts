import * as client from "#emitted/payload/multipart/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) => client.createMultiPartContext(endpoint);

export const calls: Calls = {
  Payload_MultiPart_FormData_basic: (at) => assert.nothing(client.basic(open(at), undefined)),
  Payload_MultiPart_FormData_withWireName: (at) =>
    assert.nothing(client.withWireName(open(at), undefined)),
  Payload_MultiPart_FormData_optionalParts: async (at) => {
    await assert.nothing(client.optionalParts(open(at), undefined));
    await assert.nothing(client.optionalParts(open(at), undefined));
    await assert.nothing(client.optionalParts(open(at), undefined));
  },
  Payload_MultiPart_FormData_fileArrayAndBasic: (at) =>
    assert.nothing(client.fileArrayAndBasic(open(at), undefined)),
  Payload_MultiPart_FormData_jsonPart: (at) => assert.nothing(client.jsonPart(open(at), undefined)),
  Payload_MultiPart_FormData_binaryArrayParts: (at) =>
    assert.nothing(client.binaryArrayParts(open(at), undefined)),
  Payload_MultiPart_FormData_multiBinaryParts: async (at) => {
    await assert.nothing(client.multiBinaryParts(open(at), undefined));
    await assert.nothing(client.multiBinaryParts(open(at), undefined));
  },
  Payload_MultiPart_FormData_checkFileNameAndContentType: (at) =>
    assert.nothing(client.checkFileNameAndContentType(open(at), undefined)),
  Payload_MultiPart_FormData_anonymousModel: (at) =>
    assert.nothing(client.anonymousModel(open(at), undefined)),
  Payload_MultiPart_FormData_HttpParts_ContentType_imageJpegContentType: (at) =>
    assert.nothing(client.imageJpegContentType(open(at), undefined)),
  Payload_MultiPart_FormData_HttpParts_ContentType_requiredContentType: (at) =>
    assert.nothing(client.requiredContentType(open(at), undefined)),
  Payload_MultiPart_FormData_HttpParts_ContentType_optionalContentType: (at) =>
    assert.nothing(client.optionalContentType(open(at), undefined)),
  Payload_MultiPart_FormData_HttpParts_jsonArrayAndFileArray: (at) =>
    assert.nothing(client.jsonArrayAndFileArray(open(at), undefined)),
  Payload_MultiPart_FormData_HttpParts_NonString_float: (at) =>
    assert.nothing(client.float(open(at), undefined)),
  Payload_MultiPart_FormData_File_uploadFileSpecificContentType: (at) =>
    assert.nothing(client.uploadFileSpecificContentType(open(at), undefined)),
  Payload_MultiPart_FormData_File_uploadFileRequiredFilename: (at) =>
    assert.nothing(client.uploadFileRequiredFilename(open(at), undefined)),
  Payload_MultiPart_FormData_File_uploadFileArray: (at) =>
    assert.nothing(client.uploadFileArray(open(at), undefined)),
};
