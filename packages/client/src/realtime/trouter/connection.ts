import { createDeferred } from "../deferred.ts";
import { toRealtimeError } from "../failures.ts";
import type { RealtimeError } from "../realtime-error.ts";
import { createDeadline } from "./deadline.ts";
import type { TrouterEnvironment } from "./environment.ts";
import { formatAnswer, formatEvent, type Frame, heartbeatFrame, parseFrame } from "./frames.ts";
import { createHeartbeat } from "./heartbeat.ts";
import type { OpenLink } from "./link.ts";
import { greetingTimeout } from "./timings.ts";

/** What a connection reports. */
export interface ConnectionEvents {
  /** Called for a notification. Returns whether its event is known and readable. */
  onNotification(body: unknown, id: unknown): boolean;
  /** Called when the server has lost events. The connection confirms it afterwards. */
  onMessageLoss(): void;
  /** Called when the server requests a move to another connection. */
  onMoveRequested(connection: Connection): void;
  /** Called when either side has ended the connection. */
  onEnd(connection: Connection, error: RealtimeError): void;
}

/** One connection to the server over a link. */
export interface Connection {
  /** Resolves with the greeting of the server. Rejects if the connection ends before it. */
  readonly greeted: Promise<{ readonly isRetained: boolean }>;
  /** When the last frame came, in epoch milliseconds. */
  readonly lastHeardAt: number;
  /** Why the connection ended; undefined while it lasts. */
  readonly failure: RealtimeError | undefined;
  /** Ends the connection. */
  end(cause: unknown): void;
}

/** Opens a connection, which acknowledges notifications and heartbeats, and sends pings. */
export function createConnection(
  env: TrouterEnvironment,
  openLink: OpenLink,
  events: ConnectionEvents,
): Connection {
  const greeting = createDeferred<{ readonly isRetained: boolean }>();
  let isGreeted = false;
  let lastHeardAt = env.now();
  let failure: RealtimeError | undefined;
  const deadline = createDeadline(env);
  const send = (frame: string): void => link.send(frame);
  const heartbeat = createHeartbeat(env, send, (error) => connection.end(error));

  const connection: Connection = {
    greeted: greeting.promise,
    get lastHeardAt() {
      return lastHeardAt;
    },
    get failure() {
      return failure;
    },
    end(cause) {
      if (failure) return;
      failure = toRealtimeError(env, cause, "ConnectionLost");
      deadline.clear();
      heartbeat.stop();
      link.close();
      greeting.reject(failure);
      events.onEnd(connection, failure);
    },
  };

  const greet = (frame: Extract<Frame, { type: "greeting" }>): void => {
    isGreeted = true;
    deadline.clear();
    greeting.resolve(frame);
    heartbeat.start();
  };

  const ignore = (digit: string | undefined, length: number): void =>
    env.sink.log(`ignored a frame: type ${digit}, ${length} characters`);

  const handle = (frame: Frame, length: number): void => {
    switch (frame.type) {
      case "connect":
        return;
      case "heartbeat":
        return send(heartbeatFrame);
      case "acknowledgement":
        return heartbeat.acknowledge(frame.id);
      case "notification": {
        const isHandled = events.onNotification(frame.body, frame.id);
        return send(formatAnswer(frame, isHandled ? 200 : 404));
      }
      case "messageLoss":
        events.onMessageLoss();
        return send(formatEvent("trouter.processed_message_loss", frame.args));
      case "reconnect":
        return events.onMoveRequested(connection);
      case "disconnect":
        return connection.end(closedByService(env, frame.isUnauthorized));
      case "greeting":
        return isGreeted ? ignore("5", length) : greet(frame);
      case "unknown":
        return ignore(frame.digit, length);
    }
  };

  const onText = (text: string): void => {
    if (failure) return;
    lastHeardAt = env.now();
    try {
      handle(parseFrame(text), text.length);
    } catch (cause) {
      // An invalid frame must not crash the process. The connection is closed, and the client reconnects.
      connection.end(
        toRealtimeError(env, cause, "InvalidAnswer", "A frame of the service cannot be read"),
      );
    }
  };

  const link = openLink(onText, connection.end);
  deadline.set(greetingTimeout, () =>
    connection.end(
      new env.RealtimeError("Timeout", `The server did not greet within ${greetingTimeout} ms.`),
    ),
  );
  return connection;
}

function closedByService(env: TrouterEnvironment, isUnauthorized: boolean): RealtimeError {
  return isUnauthorized
    ? new env.RealtimeError("TokenRejected", "The service closed the connection: unauthorized.")
    : new env.RealtimeError("ConnectionLost", "The service closed the connection.");
}
