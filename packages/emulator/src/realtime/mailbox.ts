/** An event on its way to one registration. */
export interface Letter {
  /** Rises by one with each letter of the mailbox: the `id` of its frame. */
  readonly id: number;
  /** The JSON text of the event. */
  readonly body: string;
  /** Bytes of the body in UTF-8. */
  readonly bytes: number;
  /** When it was put in, in epoch milliseconds of the emulator's clock. */
  readonly at: number;
}

/** What was thrown away undelivered, for the notice that tells of it. */
export interface Loss {
  readonly count: number;
  /** When the first lost event was put in, in epoch milliseconds. */
  readonly since: number;
}

/** How much a mailbox keeps. */
export interface MailboxLimits {
  /** Milliseconds that an undelivered event is kept. */
  readonly retention: number;
  /** Bytes of undelivered events that are kept, in UTF-8; beyond, the oldest are lost. */
  readonly bytes: number;
  /** Events that may be on the wire without an acknowledgement. */
  readonly window: number;
}

/** 15 minutes, 16 MiB, 256 events on the wire. */
export const MAILBOX_LIMITS: MailboxLimits = {
  retention: 15 * 60 * 1000,
  bytes: 16 * 1024 * 1024,
  window: 256,
};

/**
 * The undelivered events of one registration, in order: kept until they are acknowledged, too old
 * or too many. What goes unacknowledged is counted as a loss.
 */
export interface Mailbox {
  put(body: string, at: number): void;
  /** Takes the next letter to send, if the window allows one. It stays until acknowledged. */
  next(): Letter | undefined;
  /** Marks a letter as delivered. False if there is none of that id on the wire. */
  acknowledge(id: number): boolean;
  /** Puts everything unacknowledged back, to be sent again first and in order. */
  rewind(): void;
  /** Throws away what is older than the retention allows. */
  expire(now: number): void;
  /** Counts an event as lost without keeping it. */
  lose(at: number): void;
  /** Throws away everything undelivered, as lost. */
  clear(): void;
  /** What was lost since the last settled notice. */
  readonly loss: Loss | undefined;
  /** The notice of the loss has been processed. */
  settle(): void;
  /** Letters not acknowledged yet. */
  readonly size: number;
}

/** An empty mailbox. */
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
  /** Removes the first waiting letter. The list is shortened only now and then, which is faster. */
  const skipOne = (): void => {
    waiting[head] = undefined;
    head += 1;
    if (head > 1024 && head * 2 > waiting.length) {
      waiting = waiting.slice(head);
      head = 0;
    }
  };
  /** Sent ones are older than waiting ones. */
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
