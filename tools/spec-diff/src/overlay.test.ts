import { WIRE_TRUTHS, type WireTruth } from "@acs-chat/spec-chat/overlay";
import { describe, expect, it } from "vitest";
import { diffContracts } from "./diff.ts";
import { objectOr } from "./json.ts";
import { locateDocument, SPEC_FOLDERS, versionsIn } from "./locate.ts";
import { applyWireTruths } from "./overlay.ts";
import { readContract } from "./read-contract.ts";

const CHAT = SPEC_FOLDERS.find(({ api }) => api === "chat");
const VERSIONS = versionsIn(CHAT?.folder ?? "");

const TRUTH: WireTruth = {
  what: "For this test.",
  where: { part: "property", model: "ChatMessage", property: "id" },
  merge: {},
  reason: "for this test",
  evidence: "unverified",
  source: "this test",
  date: "2026",
};

function overlaid(version: string, truths: readonly WireTruth[] = WIRE_TRUTHS) {
  const document = locateDocument(version, ".");
  const before = JSON.stringify(document.root);
  const result = applyWireTruths(objectOr(document.root), truths, document.file);
  expect(JSON.stringify(document.root), "the document given").toBe(before);
  return {
    plain: readContract(document),
    real: readContract({ ...document, root: result.root }),
    ...result,
  };
}

describe("each wire truth", () => {
  it("states its reason, evidence, source and date", () => {
    for (const { what, reason, source, date, evidence } of WIRE_TRUTHS) {
      expect(what).toMatch(/^[A-Z].*\.$/);
      expect(reason).toMatch(/^[A-Z].*\.$/);
      expect(source.length).toBeGreaterThan(10);
      expect(date).toMatch(/^20\d\d(-\d\d(-\d\d)?)?$/);
      expect(["recorded", "documented", "unverified"]).toContain(evidence);
    }
  });

  it("applies to at least one version, and mostly to all", () => {
    const met = VERSIONS.map((version) => overlaid(version).applied);
    const unmet = WIRE_TRUTHS.filter((truth) => !met.some((applied) => applied.includes(truth)));
    expect(unmet).toEqual([]);
    expect(met.map((applied) => applied.length)).toEqual([15, 15, 15, 15, 18, 18]);
  });
});

describe.each(VERSIONS)("the contract of %s", (version) => {
  it("can be read with and without the wire truths", () => {
    const { plain, real } = overlaid(version);
    expect([...real.operations.keys()]).toEqual([...plain.operations.keys()]);
    expect(plain.models.has("AnyErrorResponse")).toBe(false);
    expect(real.models.has("AnyErrorResponse")).toBe(true);
    const create = real.operations.get("Chat_CreateChatThread");
    expect([...(create?.responses.keys() ?? [])]).toContain("400");
    expect([...(create?.responses.get("201")?.headers.keys() ?? [])]).toEqual([
      "ms-cv",
      "api-supported-versions",
      "x-azure-ref",
      "x-processing-time",
      "location",
    ]);
    expect(create?.responses.get("429")?.shape).toEqual({
      kind: "model",
      name: "AnyErrorResponse",
    });
  });

  it("has no removals after the wire truths are merged", () => {
    const { plain, real } = overlaid(version);
    const lost = diffContracts(plain, real).filter((change) => change.class === "removal");
    expect(lost).toEqual([]);
  });
});

describe("applyWireTruths", () => {
  it("merges members and keeps the others", () => {
    const { real } = overlaid("2025-03-15", [{ ...TRUTH, merge: { maxLength: 5 } }]);
    const id = real.models.get("ChatMessage")?.properties.get("id");
    expect(id).toMatchObject({
      required: true,
      shape: { type: "string", limits: { maxLength: 5 } },
    });
  });

  it("replaces the previous schema by a reference", () => {
    const where = { part: "property", model: "ChatMessage", property: "content" } as const;
    const merge = { $ref: "#/definitions/ChatThreadItem" };
    const { real } = overlaid("2025-03-15", [{ ...TRUTH, where, merge }]);
    const content = real.models.get("ChatMessage")?.properties.get("content");
    expect(content?.shape).toEqual({ kind: "model", name: "ChatThreadItem" });
  });

  it("skips a part that the version lacks", () => {
    const where = { part: "property", model: "ChatMessage", property: "metadata" } as const;
    expect(overlaid("2021-03-07", [{ ...TRUTH, where }]).applied).toEqual([]);
    expect(overlaid("2021-09-07", [{ ...TRUTH, where }]).applied).toHaveLength(1);
  });

  it("rejects a wire truth that the contract already contains", () => {
    const answer = { part: "new answer", operations: "all", status: "403" } as const;
    expect(() => overlaid("2025-03-15", [{ ...TRUTH, where: answer }])).toThrow(
      'the wire truth "For this test." is out of date, because the document already declares 403',
    );
    const model = { part: "model", model: "ChatMessage", isNew: true } as const;
    expect(() => overlaid("2025-03-15", [{ ...TRUTH, where: model }])).toThrow(
      "out of date, because the document already defines it",
    );
  });
});
