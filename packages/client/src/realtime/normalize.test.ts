import { expect, test } from "vitest";
import { normalize } from "./normalize.ts";

test("converts types and identifiers to those of the REST API, and changes nothing else", () => {
  const date = new Date(0);
  const event = {
    type: "RichText/Html",
    createdOn: date,
    sender: { kind: "unknown", id: "28:orgid:bot" },
    retentionPolicy: { kind: "none" },
    metadata: { type: "a", kind: "b" },
    participants: [
      { id: { kind: "communicationUser", communicationUserId: "8:acs:r_u" }, displayName: "U" },
    ],
    attachments: [],
  };
  expect(normalize(event)).toEqual({
    ...event,
    type: "html",
    sender: {
      kind: "microsoftTeamsApp",
      teamsAppId: "bot",
      cloud: "public",
      rawId: "28:orgid:bot",
    },
  });
  expect(normalize({ type: "Text" })).toEqual({ type: "text" });
  expect(normalize({ type: "later" })).toEqual({ type: "later" });
});

test("leaves the user undefined if a policy made the change", () => {
  expect(normalize({ deletedBy: null })).toEqual({
    deletedBy: { id: { kind: "unknown", id: "" }, displayName: "", metadata: {} },
  });
});
