import type { MessageStatus, StoreMessage } from "@acs-chat/store";
import type { JSX } from "preact";
import { explain } from "../lib/explain.ts";
import { Button } from "../ui/button.tsx";

/** A message that is not sent yet, or could not be sent. */
export function UnsentMessage(props: {
  readonly message: StoreMessage;
  readonly onRetry: () => void;
  readonly onDiscard: () => void;
}): JSX.Element {
  const { message, onRetry, onDiscard } = props;
  const { content, status, error } = message;
  const { attachments = [] } = content ?? {};
  return (
    <article class="message mine" aria-label="Unsent message">
      <div class="message-main">
        <div class="bubble pending" dir="auto">
          {content?.message || attachments.map(({ name }) => name).join(", ")}
        </div>
        {status === "failed" ? (
          <p class="state problem" role="alert">
            Not sent. {error !== undefined && explain(error)}
            <Button onClick={onRetry}>Try again</Button>
            <Button onClick={onDiscard}>Discard</Button>
          </p>
        ) : (
          <p class="state">
            {TEXTS[status]}
            {status === "waiting" && <Button onClick={onDiscard}>Discard</Button>}
          </p>
        )}
      </div>
    </article>
  );
}

const TEXTS: Readonly<Record<Exclude<MessageStatus, "failed">, string>> = {
  waiting: "Waiting to be sent…",
  sending: "Sending…",
  sent: "",
};
