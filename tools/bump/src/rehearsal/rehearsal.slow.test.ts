import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ScratchCopy } from "@acs-chat/check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Change, describeChange } from "@acs-chat/spec-diff";
import { dump } from "js-yaml";
import { bump, type Report } from "../bump.ts";
import { printReport } from "../report.ts";
import { readRequest, Refusal } from "../request.ts";
import { madeUpFuture31 } from "./future-31.ts";
import { madeUpFuture } from "./future.ts";
import { checkout, releaseWith, specificationOf, statusOf } from "./tree.ts";
import { snapshotOf } from "../write-back.ts";

const repository = join(import.meta.dirname, "../../../..");

/** The additions of 2025-03-15. It removed nothing. */
const knownChanges: readonly string[] = [
  "ChatParticipant.metadata: property added (map of string, optional)",
  "ChatRetentionPolicy: model added",
  "ChatThreadProperties.metadata: property added (map of string, optional)",
  "ChatThreadProperties.retentionPolicy: property added (ChatRetentionPolicy, optional)",
  "CommunicationIdentifierModel.teamsExtensionUser: property added (TeamsExtensionUserIdentifierModel, optional)",
  'CommunicationIdentifierModelKind "teamsExtensionUser": enum value added (teamsExtensionUser)',
  "CreateChatThreadRequest.metadata: property added (map of string, optional)",
  "CreateChatThreadRequest.retentionPolicy: property added (ChatRetentionPolicy, optional)",
  "NoneRetentionPolicy: model added",
  "PhoneNumberIdentifierModel.assertedId: property added (string, optional)",
  "PhoneNumberIdentifierModel.isAnonymous: property added (boolean, optional)",
  "RetentionPolicyKind: enum added",
  "TeamsExtensionUserIdentifierModel: model added",
  "ThreadCreationDateRetentionPolicy: model added",
  "UpdateChatThreadRequest.metadata: property added (map of string, optional)",
  "UpdateChatThreadRequest.retentionPolicy: property added (ChatRetentionPolicy, optional)",
];

/** A test of the last release that uses a property which the invented version renames. */
const oldTest = `import { expect, test } from "vitest";
import type { ChatParticipant } from "../src/index.ts";
test("a participant has a name", () => {
  const ada: ChatParticipant = { communicationIdentifier: {}, displayName: "Ada" };
  expect(ada.displayName).toBe("Ada");
});
`;

let scratch: string;
let today: ScratchCopy;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "bump-"));
  today = await checkout(repository);
  await releaseWith(today.root, "@acs-chat/rest@0.1.0", "packages/rest/test/name.test.ts", oldTest);
});
afterAll(async () => {
  await today[Symbol.asyncDispose]();
  await rm(scratch, { recursive: true });
});

async function run(root: string, ...args: string[]): Promise<Report> {
  const request = await readRequest(args, root, scratch);
  return bump(request!, root, () => {});
}

async function written(name: string, text: string): Promise<string> {
  await writeFile(join(scratch, name), text);
  return join(scratch, name);
}

function isLoud({ class: name }: Change): boolean {
  return name === "removal" || name === "breaking";
}

/** Reads the generated files and the specification. */
async function generatedIn(root: string): Promise<Map<string, string>> {
  const files = [...(await snapshotOf(root))].filter(([path]) =>
    /^(specs\/chat|packages\/rest\/src\/generated)\//.test(path),
  );
  return new Map(files.map(([path, content]) => [path, content.toString()]));
}

test("reports the known changes from 2024-03-07 to 2025-03-15", async () => {
  await using past = await checkout(repository, "2024-03-07");
  const report = await run(past.root, "2025-03-15", "--spec", join(today.root, "specs/chat"));
  expect(report.from).toBe("2024-03-07");
  expect(report.changes.filter((one) => one.class !== "documentation").map(describeChange)).toEqual(
    knownChanges,
  );
  // `@acs-chat/client` already supports 2025-03-15, so no other task remains.
  expect(report.items.filter(({ what }) => !what.startsWith("names 2024-03-07"))).toEqual([]);
  expect(report.proposal.step).toBe("minor");
  expect(await generatedIn(past.root)).toEqual(await generatedIn(today.root));
  const changeset = await readFile(join(past.root, ".changeset/api-version-2025-03-15.md"), "utf8");
  expect(changeset).toContain('"@acs-chat/rest": minor\n');
  expect(changeset).toContain("- CreateChatThreadRequest.retentionPolicy: property added");
});

test("adds an invented version from OpenAPI 2.0 with every kind of change", async () => {
  const path = await written(
    "2099-01-15.json",
    JSON.stringify(await madeUpFuture(repository, "2099-01-15")),
  );
  const report = await run(today.root, "2099-01-15", "--spec", path, "--dry-run");
  expect(report.changes.filter(isLoud).map(({ kind, place }) => `${kind} ${place}`)).toEqual([
    "model-removed AddChatParticipantsResult",
    "property-removed ChatParticipant.displayName",
    "property-removed ChatThreadItem.deletedOn",
    "operation-removed ChatThread_SendTypingNotification",
    "model-removed SendTypingNotificationRequest",
    "type-changed ChatMessage.version",
    "type-changed ChatThread_AddChatParticipants 201",
    "path-changed ChatThread_SendChatReadReceipt",
    "host-changed service",
  ]);
  expect(report.renames).toEqual([
    { model: "ChatParticipant", from: "displayName", to: "shownName" },
  ]);
  const items = report.items.map(({ where, what }) => `${where} ${what}`).join("\n");
  // Everything is in the TypeSpec except for the host, which TypeSpec declares once for all versions, and an
  // extension that nothing reads.
  expect(report.items.filter(({ where }) => where.includes("2099-01-15.json#"))).toEqual([
    {
      where: `${path}#/x-ms-parameterized-host`,
      what: expect.stringMatching(/^not written to the TypeSpec: the host was \{endpoint\} and is/),
    },
    {
      where: `${path}#/info/x-owner`,
      what: "not read: The extension x-owner is not converted. If clients need it, add it by hand",
    },
  ]);
  expect(items).not.toContain("not in the TypeSpec of");
  expect(items).not.toContain("released API versions do not change");
  expect(items).toMatch(
    /^packages\/rest\/src\/generated\/operations\/chat\.ts:\d+ no function of packages\/client calls listChatReactions/m,
  );
  expect(items).toMatch(
    /^packages\/rest\/src\/generated\/models\.ts:\d+ ChatMessage of packages\/client does not have ChatMessage\.reactions/m,
  );
  expect(items).toMatch(
    /^specs\/chat\/openapi\/2099-01-15\.json:\d+ listChatReactions .*the emulator does not have the path/m,
  );
  expect(items).toMatch(
    /^packages\/client\/src\/\S+:\d+ does not type-check: TS\d+: .*displayName/m,
  );
  expect(items).toMatch(
    /^packages\/rest\/api\/rest\.api\.md:\d+ callers of older API versions lose this member of ChatParticipant: displayName\?: string;/m,
  );
  expect(items).toMatch(
    /^packages\/rest breaks a test of @acs-chat\/rest@0\.1\.0: test\/name\.test\.ts.*displayName/m,
  );
  expect(items).toMatch(/^packages\/client\/src\/\S+:\d+ names 2025-03-15/m);
  expect(items).toMatch(/^tools\/generate\/src\/targets\.ts:\d+ add 2099-01-15 to this list/m);
  expect(report.proposal.step).toBe("major");
  expect(report.files.map(({ path: file }) => file)).toContain(
    "specs/chat/added-in-2099-01-15.tsp",
  );
  expect(printReport(report)).toContain("Dry run: no file was changed.");
  expect(await statusOf(today.root)).toEqual([]);
});

test("refuses a document that cannot be compiled, with the place in the document", async () => {
  const document = await madeUpFuture31(repository, "2099-02-15", true);
  const path = await written("2099-02-15.yaml", dump(document, { noRefs: true }));
  const failure = await run(today.root, "2099-02-15", "--spec", path).catch(
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(Refusal);
  expect(String(failure)).toContain(
    `${path}#/components/schemas/Reaction: warning @azure-tools/typespec-autorest/union-unsupported: `,
  );
  expect(await statusOf(today.root)).toEqual([]);
});

test("changes nothing when the specification does not compile", async () => {
  const sources = await specificationOf(today.root);
  const folder = await mkdtemp(join(scratch, "broken-"));
  for (const [name, text] of sources) {
    await writeFile(join(folder, name), text.replace("topic: string;", "topic: strin;"));
  }
  const failure = await run(today.root, "2099-03-15", "--spec", folder).catch(
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(Refusal);
  expect(String(failure)).toMatch(
    /does not compile: correct the specification and run the bump again\n.*Unknown identifier strin/,
  );
  expect(await statusOf(today.root)).toEqual([]);
});

test("refuses a specification without the version", async () => {
  const folder = join(today.root, "specs/chat");
  await expect(run(today.root, "2099-04-15", "--spec", folder)).rejects.toThrow(
    "has no API version 2099-04-15: add it to the enum of versions",
  );
  expect(await statusOf(today.root)).toEqual([]);
});

test("writes an invented version from OpenAPI 3.1 in YAML into the working tree", async () => {
  const document = await madeUpFuture31(repository, "2099-06-15");
  const path = await written("2099-06-15.yaml", dump(document, { noRefs: true }));
  const report = await run(today.root, "2099-06-15", "--spec", path);
  expect(
    report.changes
      .filter((one) => one.class !== "documentation")
      .map(({ kind, place }) => `${kind} ${place}`),
  ).toEqual([
    "property-removed ChatThreadItem.deletedOn",
    "operation-removed ChatThread_SendTypingNotification",
    "model-removed SendTypingNotificationRequest",
    "nullable-changed ChatMessage.editedOn",
    "property-added ChatMessage.reaction",
    'enum-value-added ChatMessageType "poll"',
    "operation-added ChatSearch_findChatMessages",
    "model-added EmojiReaction",
    "model-added ImageReaction",
    "model-added Reaction",
  ]);
  const items = report.items.map(({ where, what }) => `${where} ${what}`).join("\n");
  expect(items).not.toContain("not in the TypeSpec of");
  expect(items).not.toContain("released API versions do not change");
  const sources = await specificationOf(today.root);
  expect(sources.get("messages.tsp")).toContain(
    "@typeChangedFrom(Versions.v2099_06_15, utcDateTime)\n  editedOn?: utcDateTime | null;",
  );
  expect(sources.get("added-in-2099-06-15.tsp")).toContain(
    "model EmojiReaction extends Reaction {",
  );
  const changed = (await statusOf(today.root)).map((line) => line.slice(3));
  expect(changed).toContain("specs/chat/openapi/2099-06-15.json");
  expect(changed).not.toContain("specs/chat/openapi/2025-03-15.json");
});
