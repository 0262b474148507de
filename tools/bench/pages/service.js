/** Replaces `fetch` with a stub of the service: one thread, whose messages are listed newest first. */
export const threadId = "19:bench@thread.v2";
export const me = "8:acs:00000000-0000-0000-0000-000000000000_me";
export const other = "8:acs:00000000-0000-0000-0000-000000000000_other";
const start = 1_700_000_000_000;

const user = (id) => ({ rawId: id, communicationUser: { id } });
const messageOf = (number) => ({
  id: String(start + number * 1000),
  type: "text",
  sequenceId: String(number),
  version: String(start + number * 1000),
  content: { message: `Message ${number}` },
  senderDisplayName: "Other",
  createdOn: new Date(start + number * 1000).toISOString(),
  senderCommunicationIdentifier: user(number % 2 ? other : me),
});

/** Replaces `fetch` with a function that responds with pages of `count` messages. */
export function serve(count) {
  globalThis.fetch = async (input) => {
    const { pathname, searchParams } = new URL(input.url ?? input);
    const body = pathname.endsWith("/messages") ? page(count, searchParams) : { value: [] };
    const headers = { "content-type": "application/json" };
    return new Response(JSON.stringify(body), { headers });
  };
}

function page(count, searchParams) {
  const size = Number(searchParams.get("maxPageSize") ?? 200);
  const skip = Number(searchParams.get("skip") ?? 0);
  const length = Math.min(size, count - skip);
  const value = Array.from({ length }, (_, index) => messageOf(count - skip - index));
  const next = skip + size;
  const path = `chat/threads/${encodeURIComponent(threadId)}/messages`;
  const query = `maxPageSize=${size}&skip=${next}&api-version=2025-03-15`;
  return next < count ? { value, nextLink: `https://bench.local/${path}?${query}` } : { value };
}

/** Returns the event of a new message. */
export function eventOf(number) {
  const { id, version, content, senderDisplayName } = messageOf(number);
  return {
    threadId,
    id,
    version,
    type: "text",
    sender: { kind: "communicationUser", communicationUserId: other },
    recipient: { kind: "communicationUser", communicationUserId: me },
    senderDisplayName,
    createdOn: new Date(Number(id)),
    message: content.message,
    metadata: {},
    attachments: [],
  };
}

/** Returns the mean milliseconds of several calls, because a browser's clock is too coarse for one call. */
export function timeOfEach(calls, call) {
  const before = performance.now();
  for (let index = 0; index < calls; index += 1) call(index);
  return (performance.now() - before) / calls;
}

/** A token with an expiry. Nothing verifies its signature. */
export const token = ["e30", btoa(JSON.stringify({ exp: 4_000_000_000 })), "signature"].join(".");
