// @ts-check

/** How long the other side may take to answer that a connection is to be closed, in milliseconds. */
const closeTime = 1000;

/**
 * What sends the requests of Node's fetch and WebSocket.
 * @typedef {{ dispatch(options: object, handler: Record<string | symbol, unknown>): boolean }} Dispatcher
 */

/**
 * Node's own dispatcher, or the one that an application has set in its place: under the symbol of its version.
 * @returns {Dispatcher | undefined}
 */
function dispatcher() {
  const [one, two] = ["1", "2"].map((version) => Symbol.for(`undici.globalDispatcher.${version}`));
  const all = /** @type {Record<symbol, Dispatcher | undefined>} */ (
    /** @type {unknown} */ (globalThis)
  );
  return all[one] ?? all[two];
}

/**
 * The dispatcher, telling of each connection that becomes a WebSocket's.
 * @param {Dispatcher} inner
 * @param {(connection: import("node:net").Socket) => void} onConnection
 * @returns {Dispatcher}
 */
function watch(inner, onConnection) {
  return {
    dispatch: (options, handler) =>
      inner.dispatch(
        options,
        new Proxy(handler, {
          get(target, name) {
            const value = target[name];
            if (typeof value !== "function") return value;
            return (/** @type {unknown[]} */ ...args) => {
              // The second is what newer versions call it. Both have the connection last.
              if (name === "onUpgrade" || name === "onRequestUpgrade") {
                onConnection(/** @type {import("node:net").Socket} */ (args.at(-1)));
              }
              return Reflect.apply(value, target, args);
            };
          },
        }),
      ),
  };
}

/**
 * Node's WebSocket, which lets go of its connection when it is closed and the other side does not answer: Node's
 * own would wait for that without end, and the process with it.
 */
export const PlatformWebSocket =
  globalThis.WebSocket &&
  class extends globalThis.WebSocket {
    /** @type {import("node:net").Socket | undefined} */
    #connection;

    /** @param {string} url */
    constructor(url) {
      const inner = dispatcher();
      const options = inner && {
        dispatcher: watch(inner, (connection) => (this.#connection = connection)),
      };
      super(url, /** @type {never} */ (options));
    }

    /** @override */
    close() {
      super.close();
      const connection = this.#connection;
      if (!connection) return;
      connection.unref();
      const timer = setTimeout(() => connection.destroy(), closeTime);
      timer.unref();
      this.addEventListener("close", () => clearTimeout(timer));
    }
  };
