import { expect, it } from "vitest";
import { createConnectionMachine } from "./connection-machine.ts";

const error = new Error("lost") as never;

it("runs the effects of a transition in order, in the next state", () => {
  const ran: string[] = [];
  const machine = createConnectionMachine((name) => ran.push(`${name} in ${machine.state}`));
  machine.dispatch({ type: "start" });
  expect(ran).toEqual(["openSession in connecting", "connect in connecting"]);
});

it("ignores an event without a transition in the current state", () => {
  const machine = createConnectionMachine(() => expect.unreachable());
  machine.dispatch({ type: "lost", error });
  expect(machine.state).toBe("stopped");
});

it("skips the remaining effects if one of them stops the machine", () => {
  const ran: string[] = [];
  const machine = createConnectionMachine((name) => {
    ran.push(name);
    if (name === "reportReconnecting") machine.dispatch({ type: "stop" });
  });
  machine.dispatch({ type: "start" });
  machine.dispatch({ type: "opened", opened: {} as never });
  ran.length = 0;
  machine.dispatch({ type: "lost", error });
  expect(ran).toEqual(["assessConnection", "reportReconnecting", "closeSession"]);
  expect(machine.state).toBe("stopped");
});
