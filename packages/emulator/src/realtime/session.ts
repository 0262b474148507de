import { type Frame, formatDelivery, formatFrame, parseFrame, parseJson } from "./frames.ts";
import type { RealtimeFaults } from "./faults.ts";
import type { Registration } from "./registrations.ts";

/** The transport of a session: a WebSocket, or long polling. */
export interface Link {
  send(frame: string): void;
  /** Bytes that are sent and not yet read by the client. */
  readonly pending: number;
  /** Closes the link in an orderly way. */
  close(): void;
  /** Cuts the link like a network failure. */
  cut(): void;
}

/** The most bytes that a link buffers for a client that does not read. */
export const BACKLOG = {
  /** Above this, events stay in the mailbox until the client reads. */
  events: 1024 * 1024,
  /** Above this, the connection is cut: the client sends, but does not read the responses. */
  cut: 4 * 1024 * 1024,
} as const;

/** Durations in seconds, as announced in the handshake. */
export const TIMES = {
  /** The interval of the server's heartbeats. */
  heartbeat: 25,
  /** The silence after which the other side counts as disconnected. */
  close: 70,
  /** The time from the handshake to the connection. */
  connect: 30,
  /** How long an old connection stays open after the client was asked to move. */
  move: 60,
  /** Lifetime of an allocation. Nothing happens when it ends. */
  allocation: 586_440,
} as const;

/** One socket.io session: from the handshake until its link is closed. */
export interface Session {
  readonly sid: string;
  readonly registration: Registration;
  /** Attaches the session to its link and starts delivery. */
  open(link: Link): void;
  /** Processes text from the link. */
  receive(text: string): void;
  /** Sends the waiting letters of the mailbox, as far as the window and the link's buffer allow. */
  flush(): void;
  /** Called when another session of the same registration takes over the delivery. */
  retire(): void;
  /** Called when the session that took over has ended. This one delivers again. */
  resume(): void;
  /** Asks the client to move to a new connection. */
  askToMove(): void;
  /** Ends the session, and tells the client the reason. */
  end(reason: string): void;
  /** Cuts the link without notice. */
  cut(): void;
  /** Called when the link is closed, by either side. */
  gone(): void;
  /** Sends heartbeats and ends dead sessions. Called every few seconds. */
  tick(now: number): void;
  readonly connected: boolean;
}

/** The dependencies of a session. */
export interface SessionParts {
  readonly sid: string;
  readonly registration: Registration;
  readonly faults: RealtimeFaults;
  /** The path of the registration's own URL, for the `url` of event frames. */
  readonly path: string;
  /** Milliseconds of a monotonic clock. */
  readonly elapsed: () => number;
  readonly onGone: (session: Session) => void;
  readonly log: (line: string) => void;
}

/** The life of a session: it waits for its link, uses it, and ends. */
type State =
  | { readonly phase: "waiting" }
  | { readonly phase: "open"; readonly link: Link; readonly delivering: boolean }
  | { readonly phase: "ended" };

/** Creates a session that waits for its link. */
export function createSession(parts: SessionParts): Session {
  const { sid, registration, faults, elapsed } = parts;
  const { mailbox } = registration;
  let state: State = { phase: "waiting" };
  let heardAt = elapsed();
  let beatAt = heardAt;
  let moveAt: number | undefined;
  let announced = 0;

  const send = (frame: Frame): void => {
    if (state.phase !== "open") return;
    if (state.link.pending >= BACKLOG.cut) {
      parts.log(`session ${sid}: cut because the client does not read`);
      session.cut();
      return;
    }
    state.link.send(formatFrame(frame));
  };
  const setDelivering = (delivering: boolean): void => {
    if (state.phase === "open") state = { ...state, delivering };
  };
  const tell = (name: string, argument: unknown): void =>
    send({ type: "event", id: "", name, args: [argument] });

  /** Sends a notice whenever the loss has grown. */
  const announceLoss = (): void => {
    const { loss } = mailbox;
    if (loss === undefined || loss.count === announced) return;
    announced = loss.count;
    tell("trouter.message_loss", {
      droppedIndicators: [{ tag: "chat", etag: String(loss.since) }],
    });
  };

  const onEvent = (frame: Frame & { type: "event" }): void => {
    if (frame.name === "trouter.processed_message_loss") {
      mailbox.settle();
      announced = 0;
    }
    if (frame.id === "") return;
    if (faults.holdAcks) return;
    send({ type: "ack", id: frame.id, args: [frame.name === "ping" ? "pong" : "ok"] });
  };

  const onMessage = (data: string): void => {
    const answer = parseJson(data) as { id?: unknown } | null | undefined;
    if (typeof answer?.id !== "number" || !mailbox.acknowledge(answer.id)) {
      parts.log(`session ${sid}: received an acknowledgement for an event that was not sent`);
      return;
    }
    session.flush();
  };

  const session: Session = {
    sid,
    registration,
    open(link) {
      state = { phase: "open", link, delivering: false };
      heardAt = beatAt = elapsed();
      const resumed = registration.attach(session);
      setDelivering(true);
      send({ type: "connect" });
      // `retained` is an addition of this emulator: nothing was lost since the last connection.
      const retained = resumed && mailbox.loss === undefined;
      tell("trouter.connected", {
        ttl: String(TIMES.allocation),
        dur: "0",
        ...(retained && { retained: "true" }),
      });
      session.flush();
    },
    receive(text) {
      heardAt = elapsed();
      const frame = parseFrame(text);
      if (frame === undefined) {
        parts.log(`session ${sid}: received a malformed frame of ${text.length} characters`);
        return;
      }
      if (frame.type === "event") onEvent(frame);
      else if (frame.type === "message") onMessage(frame.data);
      else if (frame.type === "disconnect") session.end("");
    },
    flush() {
      for (;;) {
        if (state.phase !== "open" || !state.delivering) return;
        if (state.link.pending >= BACKLOG.events) return;
        announceLoss();
        const letter = mailbox.next();
        if (letter === undefined) return;
        const { id, body } = letter;
        state.link.send(formatDelivery({ id, path: parts.path, body }));
      }
    },
    retire() {
      setDelivering(false);
      moveAt ??= elapsed() + TIMES.move * 1000;
    },
    resume() {
      setDelivering(true);
      session.flush();
    },
    askToMove() {
      moveAt = elapsed() + TIMES.move * 1000;
      tell("trouter.reconnect", { target: "self" });
    },
    end(reason) {
      if (reason !== "") send({ type: "disconnect", data: reason });
      const closing = state;
      session.gone();
      if (closing.phase === "open") closing.link.close();
    },
    cut() {
      const cutting = state;
      session.gone();
      if (cutting.phase === "open") cutting.link.cut();
    },
    gone() {
      if (state.phase === "ended") return;
      state = { phase: "ended" };
      registration.detach(session);
      parts.onGone(session);
    },
    tick(now) {
      const silence = now - heardAt;
      const patience = state.phase === "open" ? TIMES.close : TIMES.connect;
      if (silence >= patience * 1000 || (moveAt !== undefined && now >= moveAt)) session.end("");
      else if (state.phase === "open" && now - beatAt >= TIMES.heartbeat * 1000) {
        beatAt = now;
        send({ type: "heartbeat" });
      }
    },
    get connected() {
      return state.phase === "open";
    },
  };

  return session;
}
