import type { EmulatorUser, Health, IdentityRecord, UserKind } from "@acs-chat/emulator";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { control } from "../emulator/control.ts";
import { KINDS } from "../emulator/kinds.ts";
import { nameOf } from "../emulator/world.ts";
import { useStore } from "../lib/store.ts";
import { formatExact } from "../lib/time.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Button, CopyButton } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field, valueOf } from "../ui/field.tsx";
import { Kind } from "../ui/kind.tsx";
import { attempt } from "../ui/notice.tsx";

const SCOPES = ["chat", "chat.join", "chat.join.limited", "voip", "voip.join"] as const;

/** Shows what an app needs to connect, lists and creates users, and issues tokens. */
export function UsersView(): JSX.Element {
  const { users, names, health } = useStore(useApp().emulator.world);
  const [tokenFor, setTokenFor] = useState<string>();
  return (
    <div class="page">
      <h1>Users</h1>
      {health && <ConnectCard health={health} />}
      <section class="card">
        <h2>Users</h2>
        <NewUser />
        <ul class="rows">
          {users.map(({ id, createdOn }) => (
            <UserRow
              key={id}
              id={id}
              name={nameOf(names, id)}
              createdOn={createdOn}
              onToken={() => setTokenFor(id)}
            />
          ))}
        </ul>
      </section>
      {tokenFor !== undefined && (
        <TokenDialog
          id={tokenFor}
          name={nameOf(names, tokenFor)}
          onClose={() => setTokenFor(undefined)}
        />
      )}
    </div>
  );
}

function ConnectCard({ health }: { readonly health: Health }): JSX.Element {
  return (
    <section class="card">
      <h2>Connect your app</h2>
      <dl class="facts wide">
        <Address name="Endpoint" value={health.endpoint} />
        {health.httpsEndpoint !== undefined && (
          <Address name="HTTPS endpoint" value={health.httpsEndpoint} />
        )}
        <Address name="Connection string" value={health.connectionString} />
        {health.caCertificate !== undefined && (
          <Address name="Certificate to trust" value={health.caCertificate} />
        )}
      </dl>
    </section>
  );
}

function NewUser(): JSX.Element {
  const { emulator } = useApp();
  const create = async (form: HTMLFormElement): Promise<void> => {
    const name = valueOf(form, "name");
    const kind = valueOf(form, "kind") as UserKind;
    await control.createUser(name === "" ? { kind } : { name, kind });
    form.reset();
    await emulator.refresh();
  };
  return (
    <form
      class="inline"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        void attempt(() => create(form));
      }}
    >
      <input name="name" aria-label="Name of a new user" placeholder="Name (optional)" />
      <select name="kind" aria-label="Kind of the new user">
        {KINDS.map(([kind, name]) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        ))}
      </select>
      <Button type="submit" kind="main" icon="plus">
        Create user
      </Button>
    </form>
  );
}

function UserRow(props: {
  readonly id: string;
  readonly name: string;
  readonly createdOn: IdentityRecord["createdOn"];
  readonly onToken: () => void;
}): JSX.Element {
  const { id, name, createdOn, onToken } = props;
  return (
    <li>
      <Avatar id={id} name={name} />
      <span class="row-text">
        <span>
          <bdi title={`Created ${formatExact(createdOn)}`}>{name}</bdi>
          <Kind id={id} />
        </span>
        <code>{id}</code>
      </span>
      <CopyButton text={id} label={`id of ${name}`} />
      <Button onClick={onToken} aria-label={`Token for ${name}`}>
        Token
      </Button>
    </li>
  );
}

function Address({ name, value }: { readonly name: string; readonly value: string }): JSX.Element {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <code>{value}</code>
        <CopyButton text={value} label={name.toLowerCase()} />
      </dd>
    </>
  );
}

function TokenDialog(props: {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}): JSX.Element {
  const { id, name, onClose } = props;
  const [user, setUser] = useState<EmulatorUser>();
  const issue = async (form: HTMLFormElement): Promise<void> => {
    const scopes = new FormData(form).getAll("scope").map(String);
    const expiresInMinutes = Number(valueOf(form, "minutes"));
    // Hides the previous token, so that it is not mistaken for the result of a failed request.
    setUser(undefined);
    setUser(await control.createUser({ id, scopes, expiresInMinutes }));
  };
  return (
    <Dialog title={`Token for ${name}`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          void attempt(() => issue(form));
        }}
      >
        <fieldset>
          <legend>Scopes</legend>
          <div class="choices">
            {SCOPES.map((scope) => (
              <label key={scope} class="choice">
                <input
                  type="checkbox"
                  name="scope"
                  value={scope}
                  defaultChecked={scope === "chat"}
                />
                {scope}
              </label>
            ))}
          </div>
        </fieldset>
        <Field label="Lifetime (minutes)" hint="60 to 1440">
          <input name="minutes" type="number" min="60" max="1440" defaultValue="1440" required />
        </Field>
        <footer>
          <Button type="submit" kind="main">
            Create token
          </Button>
        </footer>
      </form>
      {user && <IssuedToken user={user} />}
    </Dialog>
  );
}

function IssuedToken({ user }: { readonly user: EmulatorUser }): JSX.Element {
  return (
    <section class="token">
      <pre tabIndex={0} aria-label="Token">
        <code>{user.token}</code>
      </pre>
      <p>
        <CopyButton text={user.token} label="token">
          Copy token
        </CopyButton>
        <span class="muted"> until {formatExact(new Date(user.expiresOn))}</span>
      </p>
    </section>
  );
}
