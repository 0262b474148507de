import * as fc from "fast-check";
import { headerValues, ids, type Values } from "../arbitraries.ts";
import { options, pair, type Pair } from "../pair.ts";
import { streamed } from "../reading.ts";
import { empty, json } from "../responses.ts";

/** The operations on images, which only the preview has. */
export function imageOperations(values: Values): Pair[] {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 200 });
  const view = fc.oneof(fc.constantFrom("original", "small"), ids);
  return [
    pair("uploadChatImage", json(201, values.response("UploadChatImageResult")), {
      input: fc.record({
        id: ids,
        bytes,
        set: options({ imageFilename: headerValues }),
      }),
      ours: ({ rest, context }, { id, bytes: body, set }) =>
        rest.uploadChatImage(context, id, body, set),
      theirs: ({ chatThread }, { id, bytes: body, set }) =>
        chatThread.uploadChatImage(id, body, set),
    }),
    pair("getChatImage", () => bytes.map((body) => [{ ...image, body }]), {
      input: fc.record({ id: ids, image: ids, view }),
      ours: async ({ rest, context }, input) =>
        (await rest.getChatImage(context, input.id, input.image, input.view)).bytes(),
      theirs: async ({ chatThread }, input) =>
        streamed(await chatThread.getChatImage(input.id, input.image, input.view)),
    }),
    pair("deleteChatImage", empty(204), {
      input: fc.record({ id: ids, image: ids }),
      ours: ({ rest, context }, input) => rest.deleteChatImage(context, input.id, input.image),
      theirs: ({ chatThread }, input) => chatThread.deleteChatImage(input.id, input.image),
    }),
  ];
}

const image = { status: 200, headers: { "content-type": "image/png" } };
