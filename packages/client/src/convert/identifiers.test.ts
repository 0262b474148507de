import {
  type CommunicationIdentifier,
  deserializeCommunicationIdentifier,
  serializeCommunicationIdentifier,
  type SerializedCommunicationIdentifier,
} from "@azure/communication-common";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ChatArgumentError } from "../errors/chat-argument-error.ts";
import { toIdentifier, toWireIdentifier } from "./identifiers.ts";

const text = fc.string({ minLength: 1 }).filter((value) => !["", ".", ".."].includes(value.trim()));
const cloud = fc.constantFrom("public", "dod", "gcch");
const some = (parts: Record<string, fc.Arbitrary<unknown>>, requiredKeys: string[]) =>
  fc.record(parts, { requiredKeys });

const identifiers = fc.oneof(
  some({ communicationUserId: text }, ["communicationUserId"]),
  some({ phoneNumber: text, rawId: text, isAnonymous: fc.boolean(), assertedId: text }, [
    "phoneNumber",
  ]),
  some({ microsoftTeamsUserId: text, rawId: text, isAnonymous: fc.boolean(), cloud }, [
    "microsoftTeamsUserId",
  ]),
  some({ teamsAppId: text, rawId: text, cloud }, ["teamsAppId"]),
  some({ userId: text, tenantId: text, resourceId: text, rawId: text, cloud }, [
    "userId",
    "tenantId",
    "resourceId",
  ]),
  some({ id: text }, ["id"]),
) as unknown as fc.Arbitrary<CommunicationIdentifier>;

test("serializes identifiers as @azure/communication-common does", () => {
  fc.assert(
    fc.property(identifiers, (identifier) => {
      expect(toWireIdentifier(identifier, "id")).toEqual(
        serializeCommunicationIdentifier(identifier),
      );
    }),
  );
});

test("parses identifiers as @azure/communication-common does, with and without a kind", () => {
  fc.assert(
    fc.property(identifiers, fc.boolean(), (identifier, withKind) => {
      const wire = serializeCommunicationIdentifier(
        identifier,
      ) as SerializedCommunicationIdentifier;
      const { kind } = deserializeCommunicationIdentifier(wire);
      const sent = { ...wire, ...(withKind && { kind }) };
      expect(toIdentifier(sent)).toEqual(deserializeCommunicationIdentifier(sent));
    }),
  );
});

test("keeps the raw id of an unknown kind", () => {
  const wire = { kind: "hologram", rawId: "9:holo:1", hologram: { id: "1" } };
  expect(toIdentifier(wire)).toEqual({ kind: "unknown", id: "9:holo:1" });
});

test("sets the documented defaults of optional wire properties", () => {
  expect(toIdentifier({ rawId: "8:orgid:a", microsoftTeamsUser: { userId: "a" } })).toEqual({
    kind: "microsoftTeamsUser",
    microsoftTeamsUserId: "a",
    isAnonymous: false,
    cloud: "public",
    rawId: "8:orgid:a",
  });
});

test("keeps the properties of an identifier without a raw id", () => {
  expect(toIdentifier({})).toEqual({ kind: "unknown", id: "" });
  const wire = { kind: "hologram", hologram: { id: "1" } };
  expect(toIdentifier(wire)).toEqual({ kind: "unknown", id: "", hologram: { id: "1" } });
  const phone = { phoneNumber: { value: "+1" } };
  expect(toIdentifier(phone)).toEqual({
    kind: "phoneNumber",
    phoneNumber: "+1",
    isAnonymous: false,
  });
});

test.each([
  {},
  { communicationUserId: 5 },
  { communicationUserId: "" },
  { phoneNumber: null },
  { id: " " },
  { userId: "a" },
  { kind: "communicationUser" },
  null,
  "8:acs:a",
  [],
])("rejects %j by name", (bad) => {
  expect(() => toWireIdentifier(bad as never, "participants[3].id")).toThrowError(
    ChatArgumentError,
  );
  expect(() => toWireIdentifier(bad as never, "participants[3].id")).toThrowError(
    /^participants\[3\]\.id/,
  );
});

test.each([
  ["8:acs:a", /, but is "8:acs:a"$/],
  [undefined, /, but is undefined$/],
  // A participant instead of its id.
  [{ id: { communicationUserId: "8:acs:a" } }, /, but is an object$/],
  [{ rawId: "8:acs:a" }, /, but is an object$/],
])("shows what an identifier looks like instead of %j", (bad, received) => {
  const convert = () => toWireIdentifier(bad, "participant");
  expect(convert).toThrowError(
    /^participant: must be an identifier, such as \{ communicationUserId: "8:acs:…" \}/,
  );
  expect(convert).toThrowError(received);
});
