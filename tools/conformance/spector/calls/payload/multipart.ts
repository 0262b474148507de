import * as client from "#emitted/payload/multipart/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";
import { jpg, png } from "../../values.ts";

const open = ({ endpoint }: CallContext) =>
  client.createMultiPartContext({ validateResponses: true, endpoint });

const address = { city: "X" };
const jpgFile = {
  contents: jpg,
  filename: "image.jpg",
  contentType: "application/octet-stream",
};
const pngFile = { contents: png, filename: "image.png", contentType: "application/octet-stream" };

export const calls: Calls = {
  Payload_MultiPart_FormData_basic: (at) =>
    assert.nothing(client.formDataBasic(open(at), { id: "123", profileImage: jpg })),
  Payload_MultiPart_FormData_withWireName: (at) =>
    assert.nothing(client.formDataWithWireName(open(at), { identifier: "123", image: jpg })),
  Payload_MultiPart_FormData_optionalParts: async (at) => {
    await assert.nothing(client.formDataOptionalParts(open(at), { id: "123" }));
    await assert.nothing(client.formDataOptionalParts(open(at), { profileImage: jpg }));
    await assert.nothing(client.formDataOptionalParts(open(at), { id: "123", profileImage: jpg }));
  },
  Payload_MultiPart_FormData_fileArrayAndBasic: (at) =>
    assert.nothing(
      client.formDataFileArrayAndBasic(open(at), {
        id: "123",
        address,
        profileImage: jpg,
        pictures: [png, png],
      }),
    ),
  Payload_MultiPart_FormData_jsonPart: (at) =>
    assert.nothing(client.formDataJsonPart(open(at), { address, profileImage: jpg })),
  Payload_MultiPart_FormData_binaryArrayParts: (at) =>
    assert.nothing(client.formDataBinaryArrayParts(open(at), { id: "123", pictures: [png, png] })),
  Payload_MultiPart_FormData_multiBinaryParts: async (at) => {
    await assert.nothing(client.formDataMultiBinaryParts(open(at), { profileImage: jpg }));
    await assert.nothing(
      client.formDataMultiBinaryParts(open(at), { profileImage: jpg, picture: png }),
    );
  },
  Payload_MultiPart_FormData_checkFileNameAndContentType: (at) =>
    assert.nothing(
      client.formDataCheckFileNameAndContentType(open(at), {
        id: "123",
        profileImage: { contents: jpg, filename: "hello.jpg", contentType: "image/jpg" },
      }),
    ),
  // Bytes can also be passed as a Blob or a stream.
  Payload_MultiPart_FormData_anonymousModel: async (at) => {
    const type = "application/octet-stream";
    const profileImage = new Blob([new Uint8Array(jpg)], { type });
    await assert.nothing(client.formDataAnonymousModel(open(at), { profileImage }));
    const stream = { contents: () => profileImage.stream(), contentType: type };
    await assert.nothing(client.formDataAnonymousModel(open(at), { profileImage: stream }));
  },
  Payload_MultiPart_FormData_HttpParts_ContentType_imageJpegContentType: (at) =>
    assert.nothing(
      client.formDataHttpPartsContentTypeImageJpegContentType(open(at), {
        profileImage: { contents: jpg, filename: "hello.jpg", contentType: "image/jpg" },
      }),
    ),
  Payload_MultiPart_FormData_HttpParts_ContentType_requiredContentType: (at) =>
    assert.nothing(
      client.formDataHttpPartsContentTypeRequiredContentType(open(at), { profileImage: jpgFile }),
    ),
  Payload_MultiPart_FormData_HttpParts_ContentType_optionalContentType: (at) =>
    assert.nothing(
      client.formDataHttpPartsContentTypeOptionalContentType(open(at), {
        profileImage: { contents: jpg, filename: "image.jpg" },
      }),
    ),
  Payload_MultiPart_FormData_HttpParts_jsonArrayAndFileArray: (at) =>
    assert.nothing(
      client.formDataHttpPartsJsonArrayAndFileArray(open(at), {
        id: "123",
        address,
        profileImage: jpgFile,
        previousAddresses: [{ city: "Y" }, { city: "Z" }],
        pictures: [pngFile, pngFile],
      }),
    ),
  Payload_MultiPart_FormData_HttpParts_NonString_float: (at) =>
    assert.nothing(client.formDataHttpPartsNonStringFloat(open(at), { temperature: 0.5 })),
  Payload_MultiPart_FormData_File_uploadFileSpecificContentType: (at) =>
    assert.nothing(
      client.formDataFileUploadFileSpecificContentType(open(at), {
        file: { contents: png, filename: "image.png" },
      }),
    ),
  Payload_MultiPart_FormData_File_uploadFileRequiredFilename: (at) =>
    assert.nothing(
      client.formDataFileUploadFileRequiredFilename(open(at), {
        file: { contents: png, filename: "image.png" },
      }),
    ),
  Payload_MultiPart_FormData_File_uploadFileArray: (at) =>
    assert.nothing(
      client.formDataFileUploadFileArray(open(at), {
        files: [
          { contents: png, filename: "image.png" },
          { contents: png, filename: "image.png" },
        ],
      }),
    ),
};
