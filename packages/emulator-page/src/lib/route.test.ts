import * as fc from "fast-check";
import { expect, test } from "vitest";
import { formatRoute, parseRoute } from "./route.ts";

test("parseRoute returns the route that formatRoute was given", () => {
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

test("parseRoute accepts any text", () => {
  expect(parseRoute("")).toEqual({ view: "chats", users: [] });
  expect(parseRoute("#/nowhere/%")).toEqual({ view: "chats", users: [], threadId: "%" });
  fc.assert(fc.property(fc.string(), (hash) => void parseRoute(`#${hash}`)));
});
