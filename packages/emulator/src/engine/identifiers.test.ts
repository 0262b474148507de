import {
  createIdentifierFromRawId,
  getIdentifierKind,
  getIdentifierRawId,
} from "@azure/communication-common";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../test/support/any-text.ts";
import { resourceOf, toIdentifier, toRawId } from "./identifiers.ts";

const RAW_IDS = [
  "8:acs:resource_user",
  "8:spool:resource_user",
  "8:dod-acs:resource_user",
  "8:gcch-acs:resource_user",
  "8:orgid:user",
  "8:dod:user",
  "8:gcch:user",
  "8:teamsvisitor:user",
  "28:orgid:app",
  "28:dod:app",
  "28:gcch:app",
  "4:+15551234567",
  "4:anonymous",
  "4:+15551234567_123",
  "8:acs:resource_tenant_user",
  "8:gcch-acs:resource_tenant_user",
  "48:something",
];

describe("identifiers", () => {
  it.each(RAW_IDS)(
    "%s is unchanged after a round trip, and matches the official library",
    (rawId) => {
      const model = toIdentifier(rawId);
      expect(model.rawId).toBe(rawId);
      expect(toRawId(model, "body")).toBe(rawId);
      const { rawId: _, ...specific } = model;
      const official = getIdentifierKind(createIdentifierFromRawId(rawId));
      expect(Object.keys(specific)).toEqual(official.kind === "unknown" ? [] : [official.kind]);
      const derived = official.kind === "unknown" ? rawId : toRawId(specific, "body");
      expect(derived).toBe(rawId);
      expect(getIdentifierRawId(createIdentifierFromRawId(rawId))).toBe(rawId);
    },
  );

  it("keep any raw id", () => {
    fc.assert(
      fc.property(fc.nat(), anyText({ minLength: 1 }), (type, rest) => {
        const rawId = `${type}:${rest}`;
        expect(toRawId(toIdentifier(rawId), "body")).toBe(rawId);
      }),
    );
  });

  it("contain the resource of a user", () => {
    expect(resourceOf("8:acs:resource_user")).toBe("resource");
    expect(resourceOf("8:acs:resource_tenant_user")).toBe("resource");
    expect(resourceOf("4:+1")).toBeUndefined();
    expect(resourceOf("8:orgid:resource_user")).toBeUndefined();
  });

  it.each(["8:acs:invalidUserId", "8:acs:", "8:acs:_user", "8:gcch-acs:x_", "alice", "acs:a_b"])(
    "refuse %s, which is malformed",
    (rawId) => {
      const message = `Identifier format is invalid (${rawId}).`;
      expect(() => toRawId({ rawId }, "body")).toThrow(message);
      expect(() => toRawId({ communicationUser: { id: rawId } }, "body")).toThrow(message);
    },
  );

  it("refuse an empty identifier, and one with two kinds", () => {
    expect(() => toRawId({}, "body.x")).toThrow(/^body\.x identifies no user/);
    expect(() => toRawId({ rawId: "" }, "body")).toThrow(/identifies no user/);
    expect(() =>
      toRawId({ communicationUser: { id: "a" }, phoneNumber: { value: "b" } }, "body"),
    ).toThrow("body must set only one of communicationUser, phoneNumber.");
  });
});
