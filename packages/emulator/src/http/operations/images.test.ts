import { expect, it } from "vitest";
import { imageTypeOf } from "../../engine/images.ts";
import {
  type Answer,
  type Chat,
  type Json,
  NEWEST,
  PREVIEW,
  startChat,
} from "../../../test/support/chat.ts";

const GIF = Buffer.from("R0lGODlhAQABAAAAACw=", "base64");
const version = PREVIEW;

function upload(
  chat: Chat,
  user: { token: string },
  thread: string,
  bytes: Uint8Array = GIF,
): Promise<Answer> {
  const headers = { "content-type": "application/octet-stream", "image-filename": "dot.gif" };
  return chat.request(user, "POST", `${thread}/images`, new Uint8Array(bytes), {
    version,
    headers,
  });
}

it("uploads, returns in two views, and deletes", async () => {
  await using chat = await startChat();
  const [alice, bob] = [await chat.user(), await chat.user()];
  const thread = await chat.thread(alice, [bob]);
  const made = await upload(chat, alice, thread);
  expect(made.status).toBe(201);
  expect(made.json).toEqual({
    id: expect.any(String),
    attachmentType: "image",
    name: "dot.gif",
  });
  const image = `${thread}/images/${made.json.id}`;
  for (const view of ["original", "small"]) {
    const shown = await chat.request(bob, "GET", `${image}/view/${view}`, undefined, { version });
    expect([shown.status, shown.headers.get("content-type")]).toEqual([200, "image/gif"]);
    expect(shown.text).toBe(GIF.toString());
  }
  const other = await chat.request(bob, "GET", `${image}/view/huge`, undefined, { version });
  expect(other.status).toBe(400);
  expect((await chat.request(bob, "DELETE", image, undefined, { version })).status).toBe(403);
  expect((await chat.request(alice, "DELETE", image, undefined, { version })).status).toBe(204);
  const gone = await chat.request(bob, "GET", `${image}/view/original`, undefined, { version });
  expect(gone.status).toBe(404);
  expect(gone.json.error.code).toBe("NotFound");
});

it("refuses and discards other data than images", async () => {
  await using chat = await startChat();
  const alice = await chat.user();
  const thread = await chat.thread(alice);
  const refused = await upload(chat, alice, thread, Buffer.from("<svg>"));
  expect([refused.status, refused.json.error.code]).toEqual([400, "BadRequest"]);
  expect((await upload(chat, alice, thread, new Uint8Array())).status).toBe(400);
  expect(chat.emulator.control.state().images).toEqual([]);
});

const bytes = (text: string): Uint8Array => Buffer.from(text, "latin1");

it("detects the format by the first bytes", () => {
  expect(imageTypeOf(bytes("\xff\xd8\xff\xe0"))).toBe("image/jpeg");
  expect(imageTypeOf(bytes("\x89PNG\r\n\x1a\n..."))).toBe("image/png");
  expect(imageTypeOf(bytes("GIF87a"))).toBe("image/gif");
  expect(imageTypeOf(bytes("RIFF....WEBPVP8 "))).toBe("image/webp");
  expect(imageTypeOf(bytes("....ftypheic"))).toBe("image/heic");
  expect(imageTypeOf(bytes("....ftypisom"))).toBeUndefined();
  expect(imageTypeOf(bytes(""))).toBeUndefined();
});

it("attaches images to messages, in the API versions that have attachments", async () => {
  await using chat = await startChat();
  const alice = await chat.user();
  const thread = await chat.thread(alice);
  const { id } = (await upload(chat, alice, thread)).json;
  const body = { content: "look", attachments: [{ id, attachmentType: "image", name: "dot.gif" }] };
  const sent = await chat.request(alice, "POST", `${thread}/messages`, body, { version });
  expect(sent.status).toBe(201);
  const path = `${thread}/messages/${sent.json.id}`;
  for (const [asked, visible] of [
    ["2021-09-07", false],
    ["2023-11-07", true],
    [PREVIEW, true],
    [NEWEST, true],
  ] as const) {
    const { json } = await chat.request(alice, "GET", path, undefined, { version: asked });
    const attached = json.content.attachments?.map((one: Json) => one.id);
    expect([asked, json.content.message, attached]).toEqual([
      asked,
      "look",
      visible ? [id] : undefined,
    ]);
  }
  const { json } = await chat.request(alice, "GET", path, undefined, { version });
  const [attachment] = json.content.attachments;
  for (const link of [attachment.url, attachment.previewUrl]) {
    expect((await chat.request(alice, "GET", link)).text).toBe(GIF.toString());
  }
  const foreign = { content: "x", attachments: [{ id: "unknown", attachmentType: "image" }] };
  const refused = await chat.request(alice, "POST", `${thread}/messages`, foreign, { version });
  expect(refused.status).toBe(400);
  const patch = { attachments: [] };
  expect((await chat.request(alice, "PATCH", path, patch, { version })).status).toBe(204);
  const after = await chat.request(alice, "GET", path, undefined, { version });
  expect(after.json.content).toEqual({ message: "look", attachments: [] });
});
