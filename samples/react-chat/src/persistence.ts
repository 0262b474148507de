import type { ChatStorePersistence, PersistedState } from "@acs-chat/store";

/** Stores drafts, unsent messages, and the newest messages of each thread in IndexedDB. */
export function indexedDbPersistence(database: string, userId: string): ChatStorePersistence {
  let opening: Promise<IDBDatabase> | undefined;
  const open = (): Promise<IDBDatabase> => {
    const request = indexedDB.open(database, 1);
    request.addEventListener("upgradeneeded", () => request.result.createObjectStore("states"));
    return settled(request);
  };
  const states = async (mode: IDBTransactionMode): Promise<IDBObjectStore> =>
    (await (opening ??= open())).transaction("states", mode).objectStore("states");
  return {
    load: async () => settled<PersistedState | undefined>((await states("readonly")).get(userId)),
    async save(state) {
      await settled((await states("readwrite")).put(state, userId));
    },
  };
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () =>
      reject(request.error ?? new Error("IndexedDB failed.")),
    );
  });
}
