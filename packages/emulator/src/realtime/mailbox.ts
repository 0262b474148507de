/** An event for one registration. */
interface Letter {
  /** Increases by one with each letter of the mailbox. It is the `id` of the frame. */
  readonly id: number;
  /** The event as JSON. */
  readonly body: string;
  /** The size of the body in bytes of UTF-8. */
  readonly bytes: number;
  /** When it was added, by the emulator's clock, in epoch milliseconds. */
  readonly at: number;
}

/** The events that were dropped undelivered, for the notice to the client. */
interface Loss {
  readonly count: number;
  /** When the first lost event was added, in epoch milliseconds. */
  readonly since: number;
}

/** The limits of a mailbox. */
export interface MailboxLimits {
  /** How long an undelivered event is kept, in milliseconds. */
  readonly retention: number;
  /** The maximum size of undelivered events, in bytes of UTF-8. The oldest are dropped first. */
  readonly bytes: number;
  /** The maximum number of events that are sent and not acknowledged. */
  readonly window: number;
}

/** 15 minutes, 16 MiB, 256 unacknowledged events. */
export const MAILBOX_LIMITS: MailboxLimits = {
  retention: 15 * 60 * 1000,
  bytes: 16 * 1024 * 1024,
  window: 256,
};

/**
 * The undelivered events of one registration, in order. An event is kept until it is acknowledged,
 * too old, or there are too many; the latter two count as a loss.
 */
export interface Mailbox {
  put(body: string, at: number): void;
  /** Returns the next letter to send, if the window allows one. It stays in the mailbox until acknowledged. */
  next(): Letter | undefined;
  /** Marks a letter as delivered. Returns false if no unacknowledged letter has the id. */
  acknowledge(id: number): boolean;
  /** Queues all unacknowledged letters to be sent again, first and in order. */
  rewind(): void;
  /** Drops letters that are older than the retention period. */
  expire(now: number): void;
  /** Counts an event as lost without adding it. */
  lose(at: number): void;
  /** Drops all undelivered letters as lost. */
  clear(): void;
  /** The loss that the client has not been notified of. */
  readonly loss: Loss | undefined;
  /** Clears the loss after the client has processed the notice. */
  settle(): void;
  /** The number of letters that are not acknowledged. */
  readonly size: number;
}

/** Creates an empty mailbox. */
export function createMailbox(limits: MailboxLimits = MAILBOX_LIMITS): Mailbox {
  let waiting: (Letter | undefined)[] = [];
  let head = 0;
  let sent = new Map<number, Letter>();
  let lastId = 0;
  let bytes = 0;
  let loss: Loss | undefined;

  const lose = (at: number): void => {
    loss = { count: (loss?.count ?? 0) + 1, since: Math.min(loss?.since ?? at, at) };
  };
  /** Skips the first waiting letter. The array is shortened only occasionally, for speed. */
  const skipOne = (): void => {
    waiting[head] = undefined;
    head += 1;
    if (head > 1024 && head * 2 > waiting.length) {
      waiting = waiting.slice(head);
      head = 0;
    }
  };
  /** Drops the oldest letter. Sent letters are older than waiting ones. */
  const dropOldest = (): void => {
    const oldest = oldestLetter()!;
    if (!sent.delete(oldest.id)) skipOne();
    bytes -= oldest.bytes;
    lose(oldest.at);
  };
  const oldestLetter = (): Letter | undefined => {
    for (const letter of sent.values()) return letter;
    return waiting[head];
  };

  return {
    put(body, at) {
      lastId += 1;
      const letter = { id: lastId, body, bytes: Buffer.byteLength(body), at };
      waiting.push(letter);
      bytes += letter.bytes;
      while (bytes > limits.bytes) dropOldest();
    },
    next() {
      const letter = sent.size < limits.window ? waiting[head] : undefined;
      if (letter === undefined) return undefined;
      skipOne();
      sent.set(letter.id, letter);
      return letter;
    },
    acknowledge(id) {
      const letter = sent.get(id);
      if (letter === undefined) return false;
      sent.delete(id);
      bytes -= letter.bytes;
      return true;
    },
    rewind() {
      if (sent.size === 0) return;
      waiting = [...sent.values(), ...waiting.slice(head)];
      head = 0;
      sent = new Map();
    },
    expire(now) {
      for (let letter = oldestLetter(); letter; letter = oldestLetter()) {
        if (now - letter.at <= limits.retention) break;
        dropOldest();
      }
    },
    lose,
    clear() {
      while (oldestLetter()) dropOldest();
    },
    get loss() {
      return loss;
    },
    settle() {
      loss = undefined;
    },
    get size() {
      return sent.size + waiting.length - head;
    },
  };
}
