import type { ChatMessage } from "@acs-chat/client";
import type { StoreThreadClient } from "../client-face.ts";
import { hasStatus } from "../errors.ts";

/** A page of the list of messages, which is ordered by version, newest first. */
export interface MessagePage {
  readonly items: readonly ChatMessage[];
  /** The highest version on the page; negative infinity for an empty page. */
  readonly high: number;
  /** Everything above this version is on this page or earlier ones; negative infinity after the last page. */
  readonly low: number;
  /** The token of the next page; absent on the last page. */
  readonly token: string | undefined;
}

/** Reads pages of one thread's messages, and remembers where in the list each page ended. */
export interface MessagePages {
  /** Reads the page of a token, or the first page without one. */
  read(token?: string): Promise<MessagePage>;
  /** Returns the known position closest above `version`; without a token it is the start of the list. */
  above(version: number): { readonly version: number; readonly token?: string };
  /**
   * Reads pages until `done` returns true. Starts again at the beginning of the list if the service no longer
   * accepts the token.
   */
  readUntil(start: string | undefined, done: (page: MessagePage) => boolean): Promise<void>;
  clear(): void;
}

/** The most positions that are remembered. Without one, reading starts at the beginning of the list. */
const maxMarks = 500;

export function createMessagePages(
  client: StoreThreadClient,
  maxPageSize: number,
  abortSignal: AbortSignal,
): MessagePages {
  let marks: readonly { readonly version: number; readonly token: string }[] = [];

  const read = async (token?: string): Promise<MessagePage> => {
    const pages = client
      .listMessages({ maxPageSize, abortSignal })
      .byPage(token === undefined ? {} : { continuationToken: token });
    const { value, done } = await pages.next();
    const items: readonly ChatMessage[] = done === true ? [] : value;
    const next = done === true ? undefined : value.continuationToken;
    const versions = items.map(({ version }) => Number(version));
    const low = next === undefined ? Number.NEGATIVE_INFINITY : Math.min(...versions);
    if (next !== undefined && Number.isFinite(low)) {
      const others = marks.filter(({ version }) => version !== low).slice(-maxMarks);
      marks = [...others, { version: low, token: next }];
    }
    return { items, high: Math.max(...versions), low, token: next };
  };

  return {
    read,
    above(version) {
      const reached = marks.filter((mark) => mark.version >= version);
      return reached.reduce<{ version: number; token?: string }>(
        (lowest, mark) => (mark.version < lowest.version ? mark : lowest),
        { version: Number.POSITIVE_INFINITY },
      );
    },
    async readUntil(start, done) {
      let token = start;
      for (;;) {
        let page: MessagePage;
        try {
          page = await read(token);
        } catch (error) {
          if (token === undefined || !hasStatus(error, 400, 410)) throw error;
          marks = [];
          page = await read();
        }
        if (done(page) || page.token === undefined) return;
        token = page.token;
      }
    },
    clear() {
      marks = [];
    },
  };
}
