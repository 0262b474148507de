import { createIdentifierFromRawId } from "@azure/communication-common";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { issueToken, readToken } from "../tokens/jwt.ts";
import { CLOUDS } from "./identifiers.ts";
import { USER_KINDS, newUserId, seededUserId } from "./user-ids.ts";

const RESOURCE = "ac5c4a70-0000-4000-8000-000000000001";

describe("ids of users", () => {
  it.each(USER_KINDS)("are of the kind %s for the official library", (kind) => {
    const official = createIdentifierFromRawId(seededUserId("tina", RESOURCE, { kind }));
    expect(official.kind).toBe(kind === "bot" ? "unknown" : kind);
  });

  it.each(["microsoftTeamsUser", "microsoftTeamsApp", "teamsExtensionUser"] as const)(
    "of the kind %s contain the cloud",
    (kind) => {
      const ids = CLOUDS.map((cloud) => seededUserId("tina", RESOURCE, { kind, cloud }));
      const official = ids.map(createIdentifierFromRawId);
      expect(official.map((one) => "cloud" in one && one.cloud)).toEqual([...CLOUDS]);
    },
  );

  it("of users of the resource contain the cloud", () => {
    const ids = CLOUDS.map((cloud) => seededUserId("tina", RESOURCE, { cloud }));
    expect(ids.map((id) => id.split("acs:")[0])).toEqual(["8:", "8:dod-", "8:gcch-"]);
  });

  it.each(["phoneNumber", "bot"] as const)("of the kind %s have no cloud", (kind) => {
    const make = (): string => seededUserId("tina", RESOURCE, { kind, cloud: "gcch" });
    expect(make).toThrow(`user.cloud cannot be used with the kind ${kind}`);
  });

  it("are equal for the same name and kind, and differ for other names and kinds", () => {
    const all = USER_KINDS.flatMap((kind) => [
      seededUserId("tina", RESOURCE, { kind }),
      seededUserId("otto", RESOURCE, { kind }),
    ]);
    expect(new Set(all).size).toBe(all.length);
    expect(seededUserId("tina", RESOURCE, { kind: "bot" })).toBe(all.at(-2));
  });

  it("contain separate tenant and user parts for a Teams extension user", () => {
    const id = seededUserId("tina", RESOURCE, { kind: "teamsExtensionUser" });
    const [resource, tenant, user] = id.slice("8:acs:".length).split("_");
    expect(resource).toBe(RESOURCE);
    expect(tenant).not.toBe(user);
  });

  it("contain phone numbers in E.164 format", () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        const id = newUserId({ kind: "phoneNumber" }, RESOURCE, () => uuid);
        expect(id).toMatch(/^4:\+1555\d{7}$/);
      }),
    );
  });

  it("are preserved in tokens, for every type", () => {
    const rawIds = fc.oneof(
      fc.constantFrom("8:acs:a_b", "8:orgid:a", "28:gcch:b", "4:+15551234567", "8:4:+1", "8:28:x"),
      fc.tuple(fc.nat(), fc.string({ minLength: 1 })).map(([type, rest]) => `${type}:${rest}`),
    );
    fc.assert(
      fc.property(rawIds, (userId) => {
        const claims = { userId, scopes: ["chat"], issuedAt: 1, expiresAt: 2, generation: 0 };
        expect(readToken(issueToken(claims, RESOURCE))?.userId).toBe(userId);
      }),
      { numRuns: 50 },
    );
  });
});
