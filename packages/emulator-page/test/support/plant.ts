import type { Emulator, MessageRecord } from "@acs-chat/emulator";

/** Adds messages to the first thread unchecked, so that tests can add ones that the service would reject. */
export function plantMessages(
  emulator: Emulator,
  contents: readonly { readonly message: string; readonly type?: "text" | "html" }[],
): void {
  const snapshot = emulator.control.snapshot();
  const [thread] = snapshot.state.threads;
  const first = snapshot.state.messages.at(-1)!;
  const messages = contents.map((content, index): MessageRecord => {
    const id = first.id + index + 1;
    return {
      ...first,
      ...content,
      id,
      version: id,
      createdOn: id,
      sequence: first.sequence + index + 1,
    };
  });
  const last = messages.at(-1)!;
  emulator.control.restore({
    ...snapshot,
    state: {
      ...snapshot.state,
      threads: [{ ...thread!, lastVersion: last.version, lastSequence: last.sequence }],
      messages: [...snapshot.state.messages, ...messages],
    },
  });
}
