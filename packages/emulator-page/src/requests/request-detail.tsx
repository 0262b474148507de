import type { RequestLogEntry } from "@acs-chat/emulator";
import type { JSX } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { nameOf } from "../emulator/world.ts";
import { CopyButton, IconButton } from "../ui/button.tsx";
import { toCode } from "./code.ts";
import { toCurl } from "./curl.ts";
import { partsOf, prettyBody } from "./exchange.ts";

/** All details of one request and its response. Escape closes them. */
export function RequestDetail(props: {
  readonly entry: RequestLogEntry;
  readonly endpoint: string;
  /** Names of users, by raw id. */
  readonly names: ReadonlyMap<string, string>;
  readonly onClose: () => void;
}): JSX.Element {
  const { entry, endpoint, names, onClose } = props;
  const { method, target, status, operation, apiVersion, milliseconds } = entry;
  const { segments, query } = partsOf(target);
  const code = toCode(entry, endpoint);
  const curl = toCurl(entry, endpoint);
  // An effect after the next frame would miss a key that is pressed at once.
  useLayoutEffect(() => {
    const onKeyDown = ({ key, target: at }: KeyboardEvent): void => {
      // In a field, Escape has another meaning.
      if (key === "Escape" && !(at as Element).matches("input, select")) onClose();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <aside class="request-detail" aria-label="Request details">
      <header class="toolbar">
        <h2>{operation ?? method}</h2>
        <span class="grow" />
        <IconButton icon="close" label="Close" onClick={onClose} />
      </header>
      <div class="detail-body" tabIndex={0} role="region" aria-label="Request and response">
        <p class="actions">
          <CopyButton text={curl} label="curl command">
            Copy as curl
          </CopyButton>
          {(code !== undefined || curl === undefined) && (
            <CopyButton text={code} label="code">
              Copy as code
            </CopyButton>
          )}
        </p>
        {curl === undefined && (
          <p class="muted">
            The request cannot be copied, because the log contains only a part of it.
          </p>
        )}
        <p class="target">
          <strong>{method}</strong> <bdi>/{segments.join("/")}</bdi>
        </p>
        <dl class="facts">
          {[...query].map(([name, value]) => (
            <Fact key={name} name={name} value={value} />
          ))}
          {entry.userId !== undefined && <Fact name="User" value={nameOf(names, entry.userId)} />}
          <Fact name="Status" value={status === undefined ? "connection cut" : String(status)} />
          <Fact name="Duration" value={`${milliseconds.toFixed(1)} ms`} />
          {!query.has("api-version") && <Fact name="api-version" value={apiVersion} />}
        </dl>
        <Part
          title="Request"
          headers={entry.requestHeaders}
          body={entry.requestBody}
          cutFrom={entry.requestBodyCutFrom}
        />
        <Part
          title="Response"
          headers={entry.responseHeaders}
          body={entry.responseBody}
          cutFrom={entry.responseBodyCutFrom}
        />
      </div>
    </aside>
  );
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} KB`;

function Fact(props: { readonly name: string; readonly value: string | undefined }) {
  if (props.value === undefined) return null;
  return (
    <>
      <dt>{props.name}</dt>
      <dd>
        <bdi>{props.value}</bdi>
      </dd>
    </>
  );
}

function Part(props: {
  readonly title: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** The size of the whole body in bytes, if `body` is only its beginning. */
  readonly cutFrom: number | undefined;
}): JSX.Element {
  const { title, headers, body, cutFrom } = props;
  const names = Object.keys(headers);
  return (
    <section>
      <header class="part">
        <h3>{title}</h3>
        {body !== undefined && (
          <CopyButton text={prettyBody(body)} label={`body of the ${title.toLowerCase()}`} />
        )}
      </header>
      {body !== undefined && cutFrom !== undefined && (
        <p class="muted">
          The first {kilobytes(new Blob([body]).size)} of {kilobytes(cutFrom)}.
        </p>
      )}
      {body === undefined ? (
        <p class="muted">No text body.</p>
      ) : (
        <pre tabIndex={0} role="region" aria-label={`Body of the ${title.toLowerCase()}`}>
          <code>{prettyBody(body)}</code>
        </pre>
      )}
      <details>
        <summary>
          {names.length} {names.length === 1 ? "header" : "headers"}
        </summary>
        <dl class="facts">
          {names.map((name) => (
            <Fact key={name} name={name} value={headers[name]} />
          ))}
        </dl>
      </details>
    </section>
  );
}
