/** Implements the native modules of React Native with Node's fetch and WebSocket. */
import { randomUUID } from "node:crypto";

/** Sends an event to React Native's JavaScript. */
type Emit = (event: string, detail: unknown) => void;

/** React Native's reference to a blob in native code. */
interface BlobReference {
  readonly blobId: string;
  readonly offset: number;
  readonly size: number;
}

/** The body of a request in React Native's format. */
interface NativeBody {
  readonly string?: string;
  readonly base64?: string;
  readonly blob?: BlobReference;
}

/** The methods that every event emitter has. */
const listeners = { addListener() {}, removeListeners() {} };

/** Stores the bytes of blobs. */
class BlobStore {
  readonly #blobs = new Map<string, Buffer>();

  add(bytes: Buffer, blobId: string = randomUUID()): BlobReference {
    this.#blobs.set(blobId, bytes);
    return { blobId, offset: 0, size: bytes.length };
  }

  read({ blobId, offset, size }: BlobReference): Buffer {
    const bytes = this.#blobs.get(blobId);
    if (!bytes) throw new Error(`unknown blob ${blobId}`);
    return bytes.subarray(offset, offset + size);
  }

  release(blobId: string): void {
    this.#blobs.delete(blobId);
  }
}

type BlobPart =
  | { readonly type: "string"; readonly data: string }
  | { readonly type: "blob"; readonly data: BlobReference };

const blobModule = (blobs: BlobStore) => ({
  getConstants: () => ({ BLOB_URI_SCHEME: "content", BLOB_URI_HOST: "blobs" }),
  addNetworkingHandler() {},
  addWebSocketHandler() {},
  removeWebSocketHandler() {},
  createFromParts(parts: readonly BlobPart[], blobId: string) {
    const bytes = [...parts].map((part) =>
      part.type === "string" ? Buffer.from(part.data) : blobs.read(part.data),
    );
    blobs.add(Buffer.concat(bytes), blobId);
  },
  release: (blobId: string) => blobs.release(blobId),
});

const fileReaderModule = (blobs: BlobStore) => ({
  readAsText: async (blob: BlobReference) => blobs.read(blob).toString(),
  readAsDataURL: async (blob: BlobReference) =>
    `data:application/octet-stream;base64,${blobs.read(blob).toString("base64")}`,
});

function networking(emit: Emit, blobs: BlobStore) {
  const running = new Map<number, AbortController>();
  const encode = (bytes: Buffer, responseType: string): unknown => {
    if (responseType === "blob") return blobs.add(bytes);
    return bytes.toString(responseType === "base64" ? "base64" : "utf8");
  };
  const bodyOf = ({ string, base64, blob }: NativeBody) => {
    if (blob) return Uint8Array.from(blobs.read(blob));
    return base64 === undefined ? string : Buffer.from(base64, "base64");
  };
  return {
    ...listeners,
    async sendRequest(
      method: string,
      url: string,
      id: number,
      headers: readonly (readonly [string, string])[],
      body: NativeBody,
      responseType: string,
    ) {
      const controller = new AbortController();
      running.set(id, controller);
      try {
        const response = await fetch(url, {
          method,
          headers: Array.from(headers, ([name, value]): [string, string] => [name, value]),
          body: bodyOf(body) ?? null,
          signal: controller.signal,
        });
        const bytes = Buffer.from(await response.arrayBuffer());
        const { status, url: responseUrl } = response;
        const responseHeaders = Object.fromEntries(response.headers);
        emit("didReceiveNetworkResponse", [id, status, responseHeaders, responseUrl]);
        emit("didReceiveNetworkData", [id, encode(bytes, responseType)]);
        emit("didCompleteNetworkResponse", [id, null, false]);
      } catch (error) {
        emit("didCompleteNetworkResponse", [id, String(error), false]);
      } finally {
        running.delete(id);
      }
    },
    abortRequest: (id: number) => running.get(id)?.abort(),
  };
}

function webSockets(emit: Emit) {
  const sockets = new Map<number, WebSocket>();
  return {
    ...listeners,
    connect(url: string, protocols: readonly string[] | null, _options: object, id: number) {
      const socket = new WebSocket(url, Array.from(protocols ?? []));
      sockets.set(id, socket);
      const on = socket.addEventListener.bind(socket);
      on("open", () => emit("websocketOpen", { id, protocol: socket.protocol }));
      on("message", ({ data }) => emit("websocketMessage", { id, type: "text", data }));
      on("error", () => emit("websocketFailed", { id, message: "failed" }));
      on("close", ({ code, reason }) => emit("websocketClosed", { id, code, reason }));
    },
    send: (message: string, id: number) => sockets.get(id)!.send(message),
    close: (code: number, reason: string, id: number) => sockets.get(id)!.close(code, reason),
  };
}

/** Creates the native modules for networking, by name. */
export function createNativeModules(emit: Emit, version: string): Record<string, object> {
  const blobs = new BlobStore();
  const [major, minor, patch] = version.split(".").map(Number);
  const reactNativeVersion = { major, minor, patch };
  return {
    BlobModule: blobModule(blobs),
    FileReaderModule: fileReaderModule(blobs),
    NativeMicrotasksCxx: { queueMicrotask },
    NativePerformanceCxx: { now: () => performance.now() },
    // Without functions, every flag has its default value.
    NativeReactNativeFeatureFlagsCxx: {},
    Networking: networking(emit, blobs),
    PlatformConstants: { getConstants: () => ({ reactNativeVersion, Version: 36 }) },
    WebSocketModule: webSockets(emit),
  };
}
