import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type ConnectionState, publicStates, transition, transitions } from "./connection-state.ts";

const guide = readFileSync(new URL("../../../../../docs/realtime.md", import.meta.url), "utf8");
const states = Object.keys(publicStates) as ConnectionState[];

/** The transitions of the code as lines of a mermaid diagram. */
const edges = states.flatMap((state) =>
  Object.entries(transitions[state]).map(([event, [next]]) => `${state} --> ${next}: ${event}`),
);

describe("the states of the transport", () => {
  it("have the transitions of the guide's diagram", () => {
    const [, diagram = ""] = /```mermaid\nstateDiagram-v2\n([^`]*)```/.exec(guide)!;
    const drawn = diagram
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => /^\w+ --> \w+: \w+$/.test(line));
    expect(drawn.toSorted()).toEqual(edges.toSorted());
  });

  it("are grouped in the diagram by the state that apps see", () => {
    const groups = guide.matchAll(/state (?<shown>\w+)_ \{(?<body>[^}]*)\}/g);
    const drawn = [...groups].flatMap(({ groups: group }) =>
      [...group!["body"]!.matchAll(/\w+/g)].map(([state]) => [state, group!["shown"]]),
    );
    const grouped = Object.entries(publicStates).filter(([, shown]) => shown !== "stopped");
    expect(drawn.toSorted()).toEqual(grouped.toSorted());
  });

  it("all lead to stopped on a stop", () => {
    for (const state of states.filter((one) => one !== "stopped")) {
      expect(transition(state, "stop")?.next).toBe("stopped");
      expect(transition(state, "stop")?.effects).toContain("closeSession");
    }
  });

  it("ignore events without a transition", () => {
    expect(transition("stopped", "opened")).toBeUndefined();
    expect(transition("moving", "moveRequested")).toBeUndefined();
  });
});
