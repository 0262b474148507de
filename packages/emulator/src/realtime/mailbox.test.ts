import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMailbox, type Mailbox, MAILBOX_LIMITS } from "./mailbox.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Returns the bytes of memory in use. */
const used = (): number => {
  collectGarbage();
  // The memory of buffers is freed in the background, which the next collection waits for.
  collectGarbage();
  return process.memoryUsage().heapUsed + process.memoryUsage().external;
};

const textOf = (seed: number, length: number): string =>
  Buffer.alloc(length, `${String(seed)} `).toString("latin1");

const drain = (mailbox: Mailbox): string[] => {
  const bodies: string[] = [];
  for (let letter = mailbox.next(); letter; letter = mailbox.next()) bodies.push(letter.body);
  return bodies;
};

describe("a mailbox", () => {
  it("returns letters in order, and again after a rewind until they are acknowledged", () => {
    const mailbox = createMailbox();
    for (const body of ["a", "b", "c"]) mailbox.put(body, 0);
    expect(mailbox.next()).toEqual({ id: 1, body: "a", bytes: 1, at: 0 });
    expect(mailbox.next()?.body).toBe("b");
    expect(mailbox.acknowledge(2)).toBe(true);
    expect(mailbox.acknowledge(2)).toBe(false);
    expect(mailbox.acknowledge(3)).toBe(false);
    mailbox.rewind();
    expect(drain(mailbox)).toEqual(["a", "c"]);
    expect(mailbox.size).toBe(2);
  });

  it("keeps letters for 15 minutes, then counts them as lost", () => {
    const mailbox = createMailbox();
    mailbox.put("old", 1000);
    mailbox.put("new", 2000);
    mailbox.expire(1000 + MAILBOX_LIMITS.retention);
    expect(mailbox.loss).toBeUndefined();
    mailbox.expire(1001 + MAILBOX_LIMITS.retention);
    expect(mailbox.loss).toEqual({ count: 1, since: 1000 });
    expect(drain(mailbox)).toEqual(["new"]);
    mailbox.settle();
    expect(mailbox.loss).toBeUndefined();
  });

  it("drops the oldest letters when it is full, and reports the loss", () => {
    const mailbox = createMailbox({ ...MAILBOX_LIMITS, bytes: 5 });
    mailbox.put("aaa", 1);
    mailbox.next();
    mailbox.put("bbb", 2);
    expect(mailbox.loss).toEqual({ count: 1, since: 1 });
    expect(drain(mailbox)).toEqual(["bbb"]);
  });

  it("counts bytes in UTF-8, not characters", () => {
    const mailbox = createMailbox({ ...MAILBOX_LIMITS, bytes: 5 });
    mailbox.put("\u20ac", 1);
    mailbox.put("aa", 2);
    expect(mailbox.size).toBe(2);
    mailbox.put("b", 3);
    expect(mailbox.loss).toEqual({ count: 1, since: 1 });
    expect(drain(mailbox)).toEqual(["aa", "b"]);
  });

  it("frees the memory of dropped letters, even if no letter is taken", () => {
    const mailbox = createMailbox({ ...MAILBOX_LIMITS, bytes: 1024 * 1024 });
    const before = used();
    // 64 MiB in total; each text has its own memory.
    for (let n = 0; n < 256; n++) mailbox.put(textOf(n, 256 * 1024), n);
    expect(used() - before).toBeLessThan(16 * 1024 * 1024);
    expect(mailbox.size).toBe(4);
    expect(mailbox.loss?.count).toBe(252);
  });

  it("limits the number of unacknowledged letters", () => {
    const mailbox = createMailbox({ ...MAILBOX_LIMITS, window: 2 });
    for (const body of ["a", "b", "c"]) mailbox.put(body, 0);
    expect(drain(mailbox)).toEqual(["a", "b"]);
    mailbox.acknowledge(1);
    expect(drain(mailbox)).toEqual(["c"]);
  });

  it("returns every letter once, in order, or counts it as lost, for any sequence of calls", () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.constant("put" as const) },
      { weight: 3, arbitrary: fc.constant("next" as const) },
      { weight: 3, arbitrary: fc.constant("acknowledge" as const) },
      { weight: 1, arbitrary: fc.constant("rewind" as const) },
      { weight: 1, arbitrary: fc.constant("expire" as const) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
        const mailbox = createMailbox({ retention: 30, bytes: 40, window: 3 });
        let time = 0;
        let put = 0;
        let acknowledged = 0;
        const onWire: number[] = [];
        let lastSeen = 0;
        let inOrder = true;
        for (const action of steps) {
          time += 1;
          if (action === "put") mailbox.put(String(++put % 10), time);
          else if (action === "expire") mailbox.expire(time);
          else if (action === "rewind") {
            mailbox.rewind();
            lastSeen = 0;
            onWire.length = 0;
          } else if (action === "next") {
            const letter = mailbox.next();
            if (letter === undefined) continue;
            inOrder &&= letter.id > lastSeen;
            lastSeen = letter.id;
            onWire.push(letter.id);
          } else {
            const id = onWire.shift();
            if (id !== undefined && mailbox.acknowledge(id)) acknowledged += 1;
          }
        }
        expect(inOrder).toBe(true);
        expect(mailbox.size + acknowledged + (mailbox.loss?.count ?? 0)).toBe(put);
      }),
    );
  });
});
