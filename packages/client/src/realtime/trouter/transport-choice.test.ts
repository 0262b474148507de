import { expect, it } from "vitest";
import { createTransportChooser } from "./transport-choice.ts";

const both = ["websocket", "xhr-polling"];

it("uses long polling after a failed WebSocket, and then a WebSocket again", () => {
  const chooser = createTransportChooser(true);
  const chosen = [1, 2, 3].map(() => chooser.choose(both));
  expect(chosen).toEqual(["websocket", "xhr-polling", "websocket"]);
  chooser.succeeded();
  expect(chooser.choose(both)).toBe("websocket");
});

it("uses a WebSocket again if nothing else is available", () => {
  const chooser = createTransportChooser(true);
  expect([1, 2].map(() => chooser.choose(["websocket"]))).toEqual(["websocket", "websocket"]);
});

it("uses long polling on platforms without WebSocket", () => {
  expect(createTransportChooser(false).choose(both)).toBe("xhr-polling");
});
