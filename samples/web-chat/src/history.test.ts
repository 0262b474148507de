import type { ChatMessage } from "@acs-chat/client";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createHistory } from "./history.ts";

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
      (count, edits, size) => {
        const versions = new Map<number, number>();
        for (let id = 1; id <= count; id += 1) versions.set(id, id);
        let version = count;
        for (const edit of edits) versions.set((edit % count) + 1, (version += 1));
        const listed = [...versions]
          .map(([id, at]) => message(id, at))
          .toSorted((a, b) => Number(b.version) - Number(a.version));
        const history = createHistory();
        for (let from = 0; from < listed.length; from += size) {
          history.addPage(listed.slice(from, from + size), from + size < listed.length);
          const ids = history.messages.map(({ id }) => Number(id));
          expect(ids).toEqual(ids.map((_, index) => count - ids.length + 1 + index));
        }
        expect(history.messages).toHaveLength(count);
        expect(history.newestVersion).toBe(version);
      },
    ),
  );
});

test("an older version never replaces a newer one", () => {
  const history = createHistory();
  history.addPage([message(1, 5)], false);
  history.put(message(1, 3));
  expect(history.messages[0]?.version).toBe("5");
  history.put(message(1, 6));
  expect(history.messages[0]?.version).toBe("6");
});
