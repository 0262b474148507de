import { expect, it } from "vitest";
import { createManualTime } from "../../../test/realtime/support/manual-time.ts";
import { createSession } from "./session.ts";

it("cancels its timers, closes its resources and aborts its signal when it is closed", async () => {
  const time = createManualTime();
  const session = createSession(time);
  const calls: string[] = [];
  session.after(10, () => calls.push("early"));
  session.after(30, () => calls.push("late"));
  session.add(() => calls.push("ended"));
  const remove = session.add(() => calls.push("removed"));
  remove();
  await time.advance(20);
  session.close();
  session.after(1, () => calls.push("after the close"));
  await time.advance(100);
  expect(calls).toEqual(["early", "ended"]);
  expect([session.signal.aborted, time.pending]).toEqual([true, 0]);
});
