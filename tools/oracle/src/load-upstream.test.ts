import { describe, expect, it } from "vitest";
import { loadUpstream } from "./load-upstream.ts";
import { generatedFolder, OFFICIAL_PACKAGES } from "./packages.ts";
import { contractOfUpstream } from "./upstream-contract.ts";

function contractOf(npmVersion: string) {
  const found = OFFICIAL_PACKAGES.find((one) => one.npmVersion === npmVersion);
  if (!found) throw new Error(`no package ${npmVersion}`);
  return contractOfUpstream(loadUpstream(generatedFolder(found)));
}

describe("an official package's contract", () => {
  it.each(OFFICIAL_PACKAGES)(
    "of $npmVersion has the API version $apiVersion",
    ({ npmVersion, apiVersion }) => {
      const contract = contractOf(npmVersion);
      expect(contract.version).toBe(apiVersion);
      expect(contract.host).toBe("{endpoint}");
      expect(contract.models.size).toBeGreaterThanOrEqual(25);
    },
  );

  it("contains what only mappers define: wire names, dates, media types, status codes", () => {
    const { models, operations } = contractOf("1.0.0");
    expect(models.get("CommunicationError")?.properties.has("innererror")).toBe(true);
    expect(models.get("ChatMessage")?.properties.get("createdOn")?.shape).toMatchObject({
      format: "date-time",
    });
    const update = operations.get("ChatThread_UpdateChatMessage");
    expect(update?.body?.mediaTypes).toEqual(["application/merge-patch+json"]);
    expect([...(update?.responses.keys() ?? [])]).toEqual(["204", "401", "403", "429", "503"]);
    expect(operations.get("ChatThread_SendTypingNotification")?.body).toBeUndefined();
  });

  it("contains what only interfaces define: required and read-only references, names of open enumerations", () => {
    const { models, enums, operations } = contractOf("1.6.0-beta.7");
    expect(models.get("ChatParticipant")?.properties.get("communicationIdentifier")?.required).toBe(
      true,
    );
    expect(models.get("CommunicationError")?.properties.get("innererror")?.readOnly).toBe(true);
    expect(enums.get("ImageViewType")).toMatchObject({ open: true });
    expect(enums.get("PolicyViolationMessageState")).toMatchObject({ open: false });
    const view = operations.get("ChatThread_GetChatImage")?.parameters.get("path imageViewType");
    expect(view?.shape).toEqual({ kind: "enum", name: "ImageViewType" });
  });

  it("contains paging, with the properties of items and next link", () => {
    const { operations } = contractOf("1.6.0");
    const paged = [...operations.values()].filter(({ paging }) => paging !== undefined);
    expect(paged.map(({ id, paging }) => [id, paging?.items, paging?.nextLink])).toEqual([
      ["Chat_ListChatThreads", "value", "nextLink"],
      ["ChatThread_ListChatReadReceipts", "value", "nextLink"],
      ["ChatThread_ListChatMessages", "value", "nextLink"],
      ["ChatThread_ListChatParticipants", "value", "nextLink"],
    ]);
  });

  it("cannot be read if the package is not installed", () => {
    const missing = {
      apiVersion: "2030-01-01",
      npmVersion: "9.9.9",
      alias: "communication-chat-9-9-9",
    };
    expect(() => generatedFolder(missing)).toThrow(
      "@azure/communication-chat 9.9.9: no generated code",
    );
  });
});
