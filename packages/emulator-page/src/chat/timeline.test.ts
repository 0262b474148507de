import type { ChatMessage } from "@acs-chat/client";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createTimeline } from "./timeline.ts";

const message = (id: number, version = id): ChatMessage => ({
  id: String(id),
  version: String(version),
  type: "text",
  sequenceId: "",
  createdOn: new Date(id),
  content: { message: `${id} at ${version}` },
});

test("whatever was edited, what is shown has no gap, and in the end is everything", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.array(fc.nat(59)),
      fc.integer({ min: 1, max: 10 }),
      (count, edits, pageSize) => {
        const versions = new Map<number, number>();
        for (let id = 1; id <= count; id += 1) versions.set(id, id);
        let version = count;
        for (const edit of edits) versions.set((edit % count) + 1, (version += 1));
        const listed = [...versions]
          .map(([id, at]) => message(id, at))
          .toSorted((a, b) => Number(b.version) - Number(a.version));
        const timeline = createTimeline();
        for (let from = 0; from < listed.length; from += pageSize) {
          timeline.addPage(listed.slice(from, from + pageSize), from + pageSize < listed.length);
          const ids = timeline.visible().map(({ id }) => Number(id));
          // All of the newest ones, down to some message.
          expect(ids).toEqual(ids.map((_, index) => count - ids.length + 1 + index));
        }
        expect(timeline.visible()).toHaveLength(count);
        expect(timeline.newestVersion).toBe(String(version));
      },
    ),
  );
});

test("an older version never replaces a newer one", () => {
  const timeline = createTimeline();
  timeline.addPage([message(1, 5)], false);
  timeline.put(message(1, 3));
  expect(timeline.visible()[0]?.version).toBe("5");
  timeline.remove("1", "4", new Date(4));
  expect(timeline.visible()[0]?.deletedOn).toBeUndefined();
  timeline.remove("1", "6", new Date(6));
  expect(timeline.visible()[0]).toMatchObject({ version: "6", content: { message: "" } });
  expect(timeline.knows("1", "6")).toBe(true);
});
