// The browser APIs that the official client needs, for tests in Node. The XMLHttpRequest has only the
// members that the client uses, and sends requests with `fetch`.
class ShimmedXMLHttpRequest {
  readyState = 0;
  status = 0;
  responseText = "";
  withCredentials = false;
  timeout = 0;
  onreadystatechange: (() => void) | null = null;
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  #method = "GET";
  #url = "";
  #headers: Record<string, string> = {};
  #answer = new Headers();
  readonly #controller = new AbortController();

  open(method: string, url: string): void {
    this.#method = method;
    this.#url = url;
    this.#become(1);
  }
  setRequestHeader(name: string, value: string): void {
    this.#headers[name] = value;
  }
  getResponseHeader(name: string): string | null {
    return this.#answer.get(name);
  }
  getAllResponseHeaders(): string {
    return [...this.#answer].map((pair) => pair.join(": ")).join("\r\n");
  }
  abort(): void {
    this.#controller.abort();
  }
  send(body?: string | null): void {
    const init = { method: this.#method, headers: this.#headers, signal: this.#controller.signal };
    fetch(this.#url, body ? { ...init, body } : init)
      .then(async (response) => {
        this.responseText = await response.text();
        this.status = response.status;
        this.#answer = response.headers;
        this.#become(4);
        this.onload?.();
      })
      .catch(() => {
        this.#become(4);
        this.onerror?.();
      });
  }
  #become(state: number): void {
    this.readyState = state;
    this.onreadystatechange?.();
  }
}

/** Installs the globals that make Node look like a browser. */
export function installBrowser(): void {
  const element = { appendChild: () => {}, setAttribute: () => {}, style: {} };
  Object.assign(globalThis, {
    window: globalThis,
    XMLHttpRequest: ShimmedXMLHttpRequest,
    location: new URL("https://localhost/"),
    document: {
      ...element,
      readyState: "complete",
      domain: "localhost",
      documentElement: element,
      createElement: () => element,
      getElementsByTagName: () => [element],
      addEventListener: () => {},
      removeEventListener: () => {},
    },
    addEventListener: () => {},
    removeEventListener: () => {},
  });
}
