import { describe, expect, it } from "vitest";
import type { DomainEvent, DomainEventListener } from "../engine/events.ts";
import { createHub } from "./hub.ts";
import { type Frame, parseFrame, parseJson } from "./frames.ts";
import { MOST_REGISTRATIONS } from "./registrations.ts";
import { MAILBOX_LIMITS } from "./mailbox.ts";
import type { Link, Session } from "./session.ts";
import { BACKLOG, TIMES } from "./session.ts";

const alice = "8:acs:r_alice";
const bob = "8:acs:r_bob";

/** Creates a hub with a controlled clock and event source. */
function setUp(limits = MAILBOX_LIMITS) {
  const listeners = new Set<DomainEventListener>();
  const clock = { now: 1_700_000_000_000, elapsed: 0 };
  let ids = 0;
  const hub = createHub({
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    nameOf: () => undefined,
    now: () => clock.now,
    uuid: () => `sid${++ids}`,
    elapsed: () => clock.elapsed,
    limits,
  });
  let number = 0;
  const emit = (recipients: string[]): string => {
    number += 1;
    const event: DomainEvent = {
      type: "typingIndicatorReceived",
      number,
      threadId: "19:t@thread.v2",
      recipients,
      senderId: alice,
      senderDisplayName: `typing ${number}`,
      receivedOn: clock.now,
      version: clock.now,
    };
    for (const listener of listeners) listener(event);
    return event.senderDisplayName;
  };
  return { hub, emit, clock, listeners };
}

/** Connects a link that records frames, and optionally acknowledges them. */
function connect(session: Session, { acknowledge = true } = {}) {
  const frames: Frame[] = [];
  const seen: string[] = [];
  const client = { frames, seen, closed: false, wasCut: false, acknowledge, pending: 0 };
  const link: Link = {
    send(text) {
      const frame = parseFrame(text)!;
      frames.push(frame);
      if (frame.type !== "message") return;
      const request = parseJson(frame.data) as { id: number; body: string };
      seen.push((parseJson(request.body) as { senderDisplayName: string }).senderDisplayName);
      if (client.acknowledge) session.receive(`3:::{"id":${request.id},"status":200,"body":""}`);
    },
    get pending() {
      return client.pending;
    },
    close: () => (client.closed = true),
    cut: () => (client.wasCut = true),
  };
  session.open(link);
  return client;
}

const named = (frames: Frame[], name: string): unknown[] =>
  frames
    .filter((frame) => frame.type === "event" && frame.name === name)
    .map((frame) => ("args" in frame ? frame.args[0] : undefined));

describe("the hub", () => {
  it("delivers each event to every registration of each recipient, in order", () => {
    const { hub, emit } = setUp();
    const first = connect(hub.handshake("a1", alice));
    const second = connect(hub.handshake("a2", alice));
    const other = connect(hub.handshake("b1", bob));
    const one = emit([alice, bob]);
    const two = emit([alice]);
    expect(first.seen).toEqual([one, two]);
    expect(second.seen).toEqual([one, two]);
    expect(other.seen).toEqual([one]);
    expect(hub.status()).toMatchObject({ registrations: 3, connected: 3, undelivered: 0 });
  });

  it("sends the greeting of the protocol, with `retained` only if no event was missed", () => {
    const { hub, emit, clock } = setUp();
    const first = hub.handshake("a", alice);
    const { frames } = connect(first);
    expect(frames.map((frame) => frame.type)).toEqual(["connect", "event"]);
    expect(named(frames, "trouter.connected")[0]).toEqual({ ttl: "586440", dur: "0" });
    first.cut();
    emit([alice]);
    const again = hub.handshake("a", alice);
    expect(named(connect(again).frames, "trouter.connected")[0]).toHaveProperty("retained", "true");
    again.cut();
    clock.now += MAILBOX_LIMITS.retention + 1;
    hub.tick();
    expect(hub.status().registrations).toBe(0);
    const late = connect(hub.handshake("a", alice));
    expect(named(late.frames, "trouter.connected")[0]).not.toHaveProperty("retained");
  });

  it("delivers events that came while disconnected, and unacknowledged ones, in order", () => {
    const { hub, emit } = setUp();
    const session = hub.handshake("a", alice);
    const before = connect(session, { acknowledge: false });
    const sent = [emit([alice]), emit([alice])];
    session.cut();
    expect(before.wasCut).toBe(true);
    sent.push(emit([alice]));
    const after = connect(hub.handshake("a", alice));
    sent.push(emit([alice]));
    expect(before.seen).toEqual(sent.slice(0, 2));
    expect(after.seen).toEqual(sent);
  });

  it("announces expired events again until the client has processed the notice", () => {
    const { hub, emit, clock } = setUp();
    const session = hub.handshake("a", alice);
    connect(session);
    session.cut();
    const since = clock.now;
    emit([alice]);
    clock.now += MAILBOX_LIMITS.retention;
    const kept = emit([alice]);
    clock.now += 1;
    const second = hub.handshake("a", alice);
    const { frames, seen } = connect(second);
    const notice = { droppedIndicators: [{ tag: "chat", etag: String(since) }] };
    expect(named(frames, "trouter.message_loss")).toEqual([notice]);
    expect(named(frames, "trouter.connected")[0]).not.toHaveProperty("retained");
    expect(seen).toEqual([kept]);
    second.cut();
    const third = hub.handshake("a", alice);
    expect(named(connect(third).frames, "trouter.message_loss")).toEqual([notice]);
    third.receive('5:::{"name":"trouter.processed_message_loss","args":[]}');
    third.cut();
    const fourth = connect(hub.handshake("a", alice));
    expect(named(fourth.frames, "trouter.message_loss")).toEqual([]);
    expect(named(fourth.frames, "trouter.connected")[0]).toHaveProperty("retained");
  });

  it("moves a registration to its newest session without losing or reordering anything", () => {
    const { hub, emit, clock } = setUp();
    const old = hub.handshake("a", alice);
    const oldLink = connect(old, { acknowledge: false });
    const first = emit([alice]);
    old.askToMove();
    expect(named(oldLink.frames, "trouter.reconnect")).toEqual([{ target: "self" }]);
    const next = connect(hub.handshake("a", alice));
    const second = emit([alice]);
    expect(next.seen).toEqual([first, second]);
    expect(oldLink.seen).toEqual([first]);
    expect(oldLink.closed).toBe(false);
    clock.elapsed += TIMES.move * 1000;
    hub.tick();
    expect(oldLink.closed).toBe(true);
    expect(next.closed).toBe(false);
  });

  it("retires a session after another one took over, even if it continues to acknowledge", () => {
    const { hub, emit, clock } = setUp();
    const old = hub.handshake("a", alice);
    const oldLink = connect(old, { acknowledge: false });
    const next = connect(hub.handshake("a", alice), { acknowledge: false });
    const all = Array.from({ length: MAILBOX_LIMITS.window + 1 }, () => emit([alice]));
    expect(next.seen).toEqual(all.slice(0, -1));
    old.receive('3:::{"id":1,"status":200,"body":""}');
    expect(oldLink.seen).toEqual([]);
    clock.elapsed += TIMES.move * 1000;
    hub.tick();
    expect([oldLink.closed, next.closed]).toEqual([true, false]);
  });

  it("returns to the previous session when the one that took over ends", () => {
    const { hub, emit } = setUp();
    const oldLink = connect(hub.handshake("a", alice));
    const next = hub.handshake("a", alice);
    const nextLink = connect(next, { acknowledge: false });
    const first = emit([alice]);
    expect([oldLink.seen, nextLink.seen]).toEqual([[], [first]]);
    next.gone();
    const second = emit([alice]);
    // Events that the other session had not acknowledged are sent again.
    expect(oldLink.seen).toEqual([first, second]);
    expect(hub.status()).toMatchObject({ connected: 1, undelivered: 0 });
  });

  it("acknowledges user.activity and ping, unless holdAcks is set", () => {
    const { hub } = setUp();
    const session = hub.handshake("a", alice);
    const { frames } = connect(session);
    session.receive('5:1+::{"name":"user.activity","args":[{"state":"active"}]}');
    session.receive('5:2+::{"name":"ping"}');
    hub.faults.holdAcks = true;
    session.receive('5:3+::{"name":"ping"}');
    expect(frames.slice(2)).toEqual([
      { type: "ack", id: "1", args: ["ok"] },
      { type: "ack", id: "2", args: ["pong"] },
    ]);
  });

  it("sends heartbeats, and ends sessions that are silent or never connect", () => {
    const { hub, clock } = setUp();
    hub.handshake("never", bob);
    const session = hub.handshake("a", alice);
    const client = connect(session);
    clock.elapsed = TIMES.heartbeat * 1000;
    hub.tick();
    expect(client.frames.at(-1)).toEqual({ type: "heartbeat" });
    session.receive("2::");
    clock.elapsed += (TIMES.close - 1) * 1000;
    hub.tick();
    expect(hub.session("sid1")).toBeUndefined();
    expect(client.closed).toBe(false);
    clock.elapsed += 1000;
    hub.tick();
    expect(client.closed).toBe(true);
    expect(hub.status().sessions).toBe(0);
  });

  it("ignores malformed frames and acknowledgements of unknown events", () => {
    const { hub, emit } = setUp();
    const session = hub.handshake("a", alice);
    const client = connect(session, { acknowledge: false });
    for (const text of ["", "junk", "3:::{", '3:::{"id":99}', '3:::{"id":"1"}', "5:::[]"]) {
      session.receive(text);
    }
    emit([alice]);
    session.receive("0::");
    expect(client.closed).toBe(true);
    expect(hub.status().undelivered).toBe(1);
  });

  it("loses events on request, with and without a notice", () => {
    const { hub, emit } = setUp();
    const session = hub.handshake("a", alice);
    const { frames, seen } = connect(session);
    Object.assign(hub.faults, { loseEvents: 2 });
    emit([bob]);
    emit([alice]);
    emit([alice]);
    expect(seen).toEqual([]);
    expect(named(frames, "trouter.message_loss")).toHaveLength(2);
    expect(hub.faults.loseEvents).toBe(0);
    session.receive('5:::{"name":"trouter.processed_message_loss","args":[]}');
    Object.assign(hub.faults, { loseEvents: 1, announceLosses: false });
    emit([alice]);
    expect(named(frames, "trouter.message_loss")).toHaveLength(2);
    session.cut();
    const next = connect(hub.handshake("a", alice));
    expect(named(next.frames, "trouter.connected")[0]).not.toHaveProperty("retained");
  });

  it("keeps events in the mailbox while the client does not read, and announces a loss once", () => {
    const { hub, emit } = setUp({ ...MAILBOX_LIMITS, bytes: 2000 });
    const session = hub.handshake("a", alice);
    const client = connect(session, { acknowledge: false });
    client.pending = BACKLOG.events;
    const all = Array.from({ length: 50 }, () => emit([alice]));
    expect(client.seen).toEqual([]);
    const kept = hub.status().undelivered;
    expect(kept).toBeLessThan(50);
    expect(named(client.frames, "trouter.message_loss")).toEqual([]);
    client.pending = 0;
    session.flush();
    expect(client.seen).toEqual(all.slice(-kept));
    expect(named(client.frames, "trouter.message_loss")).toHaveLength(1);
  });

  it("cuts a client that sends and does not read, and delivers its events again", () => {
    const { hub, emit } = setUp();
    const session = hub.handshake("a", alice);
    const client = connect(session, { acknowledge: false });
    const event = emit([alice]);
    client.pending = BACKLOG.cut;
    session.receive('5:1+::{"name":"ping"}');
    expect([client.wasCut, hub.status().sessions]).toEqual([true, 0]);
    expect(connect(hub.handshake("a", alice)).seen).toEqual([event]);
  });

  it("loses waiting events on request", () => {
    const { hub, emit } = setUp();
    const session = hub.handshake("a", alice);
    connect(session);
    session.cut();
    emit([alice]);
    expect(hub.loseUndelivered(true)).toBe(1);
    const second = hub.handshake("a", alice);
    expect(named(connect(second).frames, "trouter.message_loss")).toHaveLength(1);
  });

  it("removes a registration with its sessions", () => {
    const { hub, emit } = setUp();
    const client = connect(hub.handshake("a", alice));
    const other = connect(hub.handshake("b", alice));
    hub.unregister("a", bob);
    expect(client.closed).toBe(false);
    hub.unregister("a", alice);
    expect([client.closed, other.closed]).toEqual([true, false]);
    emit([alice]);
    expect([client.seen.length, other.seen.length]).toEqual([0, 1]);
  });

  it("removes sessions, registrations and faults on a reset", () => {
    const { hub, emit } = setUp();
    const client = connect(hub.handshake("a", alice));
    hub.handshake("waiting", bob);
    hub.faults.holdAcks = true;
    hub.reset();
    emit([alice]);
    expect([client.closed, client.seen]).toEqual([true, []]);
    expect(hub.status()).toMatchObject({ registrations: 0, sessions: 0, undelivered: 0 });
    expect(hub.faults.holdAcks).toBe(false);
  });

  it("releases everything when it is closed", () => {
    const { hub, listeners } = setUp();
    const client = connect(hub.handshake("a", alice));
    hub.close();
    expect(client.closed).toBe(true);
    expect(listeners.size).toBe(0);
    expect(hub.status().sessions).toBe(0);
  });

  it("limits the registrations of a user, and removes the one that was disconnected for longest", () => {
    const { hub, clock } = setUp();
    const most = MOST_REGISTRATIONS.ofOneUser;
    const staying = connect(hub.handshake("stays", alice));
    for (let n = 1; n < most; n++) {
      clock.now += 1;
      hub.registrations.ensure(`epid${n}`, alice);
    }
    hub.registrations.ensure("one", bob);
    hub.registrations.ensure("more", alice);
    const ids = (): string[] => hub.registrations.of(alice).map(({ id }) => id);
    expect(ids()).toHaveLength(most);
    expect(ids()).not.toContain("epid1");
    expect(ids()).toContain("stays");
    expect([staying.closed, hub.status().registrations]).toEqual([false, most + 1]);
  });

  it("ends the oldest connection of a user when all registrations have one", () => {
    const { hub } = setUp();
    const clients = Array.from({ length: MOST_REGISTRATIONS.ofOneUser + 1 }, (_, n) =>
      connect(hub.handshake(`epid${n}`, alice)),
    );
    expect(clients.map(({ closed }) => closed).indexOf(false)).toBe(1);
    expect(clients.filter(({ closed }) => closed)).toHaveLength(1);
    expect(hub.status().connected).toBe(MOST_REGISTRATIONS.ofOneUser);
  });

  it("limits the registrations of all users", () => {
    const { hub, clock } = setUp();
    for (let n = 0; n <= MOST_REGISTRATIONS.ofAll; n++) {
      clock.now += 1;
      hub.registrations.ensure("epid", `8:acs:r_${n}`);
    }
    expect(hub.status().registrations).toBe(MOST_REGISTRATIONS.ofAll);
    expect(hub.registrations.of("8:acs:r_0")).toEqual([]);
  });
});
