import type { UpdateMessageOptions } from "@acs-chat/client";
import type { StoreThreadClient } from "../client-face.ts";
import { ChatStoreError } from "../errors.ts";
import type { SentMessage } from "./model.ts";

/** The changes of an edit. Absent properties stay unchanged. */
export type MessageEdit = Pick<UpdateMessageOptions, "content" | "metadata" | "attachments">;

interface Change {
  readonly kind: "edit" | "delete";
  readonly edit: MessageEdit;
  /** The message before the change. */
  readonly base: SentMessage;
  readonly at: Date;
  /** True once the service has made the change. The next version of the message contains it. */
  readonly confirmed: boolean;
}

/** Edits and deletions that are shown before the service confirms them, and reverted if it refuses them. */
export interface Changes {
  edit(id: string, edit: MessageEdit): Promise<void>;
  delete(id: string): Promise<void>;
  /** Returns the message with its pending changes: the same object until one of them changes. */
  shown(message: SentMessage): SentMessage;
  /** Called when a new version was received, which contains all confirmed changes. */
  received(message: SentMessage): void;
  readonly ids: Iterable<string>;
}

export interface ChangesParts {
  readonly client: StoreThreadClient;
  readonly abortSignal: AbortSignal;
  readonly find: (id: string) => SentMessage | undefined;
  readonly now: () => number;
  /** Reads a message whose new version does not arrive as an event. */
  readonly refresh: (id: string) => Promise<void>;
  readonly onChange: () => void;
}

export function createChanges({ client, abortSignal, ...parts }: ChangesParts): Changes {
  const changes = new Map<string, readonly Change[]>();
  const images = new WeakMap<readonly Change[], SentMessage>();

  const set = (id: string, next: readonly Change[]): void => {
    if (next.length > 0) changes.set(id, next);
    else changes.delete(id);
    parts.onChange();
  };
  const of = (id: string): readonly Change[] => changes.get(id) ?? [];
  const isOutdated = (change: Change, message: SentMessage): boolean =>
    change.confirmed && Number(message.version) > Number(change.base.version);

  const apply = async (
    id: string,
    kind: Change["kind"],
    edit: MessageEdit,
    request: () => Promise<void>,
  ): Promise<void> => {
    const base = parts.find(id);
    if (!base) {
      throw new ChatStoreError("UnknownMessage", `No message with the id ${id} is loaded.`);
    }
    let change: Change = { kind, edit, base, at: new Date(parts.now()), confirmed: false };
    set(id, [...of(id), change]);
    try {
      await request();
    } catch (error) {
      set(
        id,
        of(id).filter((one) => one !== change),
      );
      throw error;
    }
    const confirmed = { ...change, confirmed: true };
    set(
      id,
      of(id).map((one) => (one === change ? confirmed : one)),
    );
    change = confirmed;
    const current = parts.find(id);
    if (current) received(current);
    if (of(id).includes(change)) await parts.refresh(id).catch(() => {});
  };
  const received = (message: SentMessage): void => {
    const rest = of(message.id).filter((change) => !isOutdated(change, message));
    if (rest.length < of(message.id).length) set(message.id, rest);
  };

  return {
    edit: (id, edit) =>
      apply(id, "edit", edit, () => client.updateMessage(id, { ...edit, abortSignal })),
    delete: (id) => apply(id, "delete", {}, () => client.deleteMessage(id, { abortSignal })),
    shown(message) {
      const list = changes.get(message.id);
      if (!list || message.deletedOn) return message;
      const known = images.get(list);
      if (known?.version === message.version) return known;
      const made = list.reduce(changed, message);
      images.set(list, made);
      return made;
    },
    received,
    get ids() {
      return changes.keys();
    },
  };
}

function changed(message: SentMessage, { kind, edit, at }: Change): SentMessage {
  if (kind === "delete") {
    const { editedOn: _, metadata: __, ...rest } = message;
    return { ...rest, content: { message: "" }, deletedOn: at, change: kind };
  }
  const { content, metadata, attachments } = edit;
  return {
    ...message,
    content: {
      ...message.content,
      ...(content !== undefined && { message: content }),
      ...(attachments && { attachments }),
    },
    ...(metadata && { metadata: mergedMetadata(message.metadata, metadata) }),
    editedOn: at,
    change: kind,
  };
}

/** Merges metadata as the service does: an empty value or null removes a key. */
function mergedMetadata(
  before: Readonly<Record<string, string>> | undefined,
  edit: Readonly<Record<string, string | null>>,
): Record<string, string> {
  const merged = Object.entries({ ...before, ...edit });
  return Object.fromEntries(merged.filter((one): one is [string, string] => Boolean(one[1])));
}
