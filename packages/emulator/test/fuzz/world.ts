import { createFaults } from "../../src/control/faults.ts";
import { createRequestLog } from "../../src/control/request-log.ts";
import { createClock } from "../../src/engine/clock.ts";
import { type Engine, createEngine } from "../../src/engine/engine.ts";
import { createIdSource } from "../../src/engine/ids.ts";
import { sendMessage } from "../../src/engine/messages.ts";
import { createThread } from "../../src/engine/threads.ts";
import { makeUser } from "../../src/emulator/users.ts";
import type { Handle } from "../../src/http/message.ts";
import { createRateLimiter } from "../../src/http/rate-limits.ts";
import { createService } from "../../src/http/service.ts";
import { createRoutes } from "../../src/spec/routes.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { WELL_KNOWN_ACCESS_KEY, WELL_KNOWN_RESOURCE_ID } from "../../src/tokens/well-known.ts";

const routes = createRoutes();

/** A service with a few users, threads and messages. */
export interface World {
  readonly engine: Engine;
  readonly handle: Handle;
  readonly errors: unknown[];
  readonly tokens: readonly string[];
  readonly threads: readonly string[];
  readonly messages: readonly string[];
  readonly users: readonly string[];
}

/** Creates the same world each time. */
export function createWorld(): World {
  const clock = createClock(() => Date.UTC(2026, 0, 1));
  const engine = createEngine({
    store: createMemoryStore(),
    clock,
    ids: createIdSource(),
    resourceId: WELL_KNOWN_RESOURCE_ID,
    strictness: "default",
  });
  const errors: unknown[] = [];
  const handle = createService({
    engine,
    routes,
    accessKey: WELL_KNOWN_ACCESS_KEY,
    skipApiVersionCheck: false,
    closing: new AbortController().signal,
    faults: createFaults(),
    log: createRequestLog(),
    rateLimiter: createRateLimiter(clock, false),
    onError: (error) => errors.push(error),
  });
  const people = ["alice", "bob", "eve"].map((name) => makeUser(engine, { name }));
  const [alice, bob] = people.map(({ id }) => ({ userId: id, scopes: new Set(["chat"]) }));
  const threads = ["one", "two"].map(
    (topic) =>
      createThread(engine, alice!, { topic, participants: [{ userId: bob!.userId }] }).thread.id,
  );
  const messages = threads.flatMap((thread) =>
    [alice!, bob!].map((from) => String(sendMessage(engine, from, thread, { content: "hi" }).id)),
  );
  const tokens = people.map(({ token }) => token);
  return { engine, handle, errors, tokens, threads, messages, users: people.map(({ id }) => id) };
}
