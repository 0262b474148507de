import * as fc from "fast-check";
import { expect, test } from "vitest";
import { formatRoute, parseRoute } from "./route.ts";

test("a route survives its way through the address", () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, unit: "grapheme" }),
      fc.array(fc.string({ unit: "grapheme" }), { maxLength: 2 }),
      (threadId, users) => {
        const route = { view: "chats", threadId, users } as const;
        expect(parseRoute(formatRoute(route))).toEqual(route);
      },
    ),
  );
});

test("whatever stands in the address leads to a view", () => {
  expect(parseRoute("")).toEqual({ view: "chats", users: [] });
  expect(parseRoute("#/nowhere/%")).toEqual({ view: "chats", users: [], threadId: "%" });
  fc.assert(fc.property(fc.string(), (hash) => void parseRoute(`#${hash}`)));
});
