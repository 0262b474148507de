import { startEmulator } from "@acs-chat/emulator";
import { expect, it } from "vitest";
import { KINDS, kindNameOf } from "./kinds.ts";

it("kindNameOf recognizes every kind of user that the emulator creates", async () => {
  await using emulator = await startEmulator({ listen: false });
  for (const [kind, name] of KINDS) {
    const { id } = await emulator.createUser({ kind });
    expect([kind, kindNameOf(id)]).toEqual([kind, kind === "communicationUser" ? "" : name]);
  }
});

it.each([
  ["8:gcch-acs:resource_user", ""],
  ["8:dod-acs:resource_tenant_user", "Teams extension user"],
  ["8:spool:resource_user", ""],
  ["8:teamsvisitor:somebody", "Teams user"],
  ["8:gcch:somebody", "Teams user"],
  ["28:dod:app", "Teams app"],
  ["4:anonymous", "Phone"],
  ["28:bot", "Bot"],
  ["48:something", "Unknown kind"],
])("kindNameOf(%j) returns %j", (id, name) => {
  expect(kindNameOf(id)).toBe(name);
});
