import type { Store } from "../store.ts";
import type { Queries } from "./queries.ts";

type IdentityStore = Pick<
  Store,
  "getIdentity" | "putIdentity" | "deleteIdentity" | "listIdentities"
>;

/** Stores users in the table `identities`. */
export function createIdentityStore(queries: Queries): IdentityStore {
  return {
    getIdentity: (id) => queries.one("SELECT record FROM identities WHERE id = ?", id),
    putIdentity: (identity) =>
      queries.run(
        `INSERT INTO identities (id, record) VALUES (?, ?)
         ON CONFLICT (id) DO UPDATE SET record = excluded.record`,
        identity.id,
        JSON.stringify(identity),
      ),
    deleteIdentity: (id) => queries.run("DELETE FROM identities WHERE id = ?", id),
    listIdentities: () => queries.all("SELECT record FROM identities ORDER BY number"),
  };
}
