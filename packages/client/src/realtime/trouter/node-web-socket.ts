// This file is loaded only in Node. It imports nothing, because a shared module would become another file to load.

/** The time in which a server must acknowledge the close of a WebSocket, in milliseconds. */
const closeTime = 1000;

/** The used parts of a TCP connection of Node. */
interface Connection {
  unref(): void;
  destroy(): void;
}

/** Sends the requests of Node's `fetch` and WebSocket. */
export interface Dispatcher {
  dispatch(options: object, handler: object): boolean;
}

/**
 * Node's WebSocket, but one that releases its connection when it is closed and the server does not acknowledge
 * that: Node's own would wait without end, and keep the process alive.
 */
export function releasingWebSocket(
  Native: typeof WebSocket,
  dispatcher: Dispatcher,
): typeof WebSocket {
  function ReleasingWebSocket(url: string): WebSocket {
    let connection: Connection | undefined;
    const socket = open(
      Native,
      url,
      watch(dispatcher, (opened) => (connection = opened)),
    );
    const close = socket.close.bind(socket);
    socket.close = () => {
      close();
      if (!connection) return;
      connection.unref();
      const timer = setTimeout(() => connection?.destroy(), closeTime);
      timer.unref();
      socket.addEventListener("close", () => clearTimeout(timer));
    };
    return socket;
  }
  return ReleasingWebSocket as unknown as typeof WebSocket;
}

function open(Native: typeof WebSocket, url: string, dispatcher: Dispatcher): WebSocket {
  try {
    return new Native(url, { dispatcher } as never);
  } catch {
    // Test environments such as jsdom replace Node's WebSocket by one that accepts only protocols there.
    return new Native(url);
  }
}

/** Wraps a dispatcher to report each connection that is upgraded to a WebSocket. */
function watch(inner: Dispatcher, onConnection: (connection: Connection) => void): Dispatcher {
  return {
    dispatch: (options, handler) =>
      inner.dispatch(
        options,
        new Proxy(handler, {
          get(target, name) {
            const value: unknown = Reflect.get(target, name);
            if (typeof value !== "function") return value;
            return (...args: unknown[]) => {
              // The second is the name in newer versions. The connection is the last argument of both.
              if (name === "onUpgrade" || name === "onRequestUpgrade") {
                onConnection(args.at(-1) as Connection);
              }
              return Reflect.apply(value, target, args) as unknown;
            };
          },
        }),
      ),
  };
}
