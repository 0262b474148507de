import type { Report } from "./change.ts";
import type { Contract, Operation, Paging } from "./contract.ts";
import { diffAnswers } from "./diff-answers.ts";
import { diffDeprecated, diffMediaTypes, diffText } from "./diff-parts.ts";
import { diffBody, diffParameters } from "./diff-requests.ts";
import type { SameName } from "./diff-shapes.ts";

/**
 * Reports the differences between the operations of two contracts. Operations are matched by method and path, else by
 * id.
 */
export function diffOperations(
  before: Contract,
  after: Contract,
  same: SameName,
  report: Report,
): void {
  const paired = new Set<Operation>();
  for (const old of before.operations.values()) {
    const now = counterpart(old, before, after);
    if (now) {
      paired.add(now);
      diffOperation(old, now, same, report);
    } else {
      const place = old.id;
      report({
        class: "removal",
        kind: "operation-removed",
        place,
        operations: [old.id],
        before: route(old),
      });
    }
  }
  for (const now of after.operations.values()) {
    if (paired.has(now)) continue;
    report({
      class: "addition",
      kind: "operation-added",
      place: now.id,
      operations: [now.id],
      after: route(now),
    });
  }
}

function counterpart(old: Operation, before: Contract, after: Contract): Operation | undefined {
  const byRoute = [...after.operations.values()].find((now) => route(now) === route(old));
  if (byRoute) return byRoute;
  const byId = [...after.operations.values()].find((now) => nameOf(now.id) === nameOf(old.id));
  // An operation with the same id can have a route that belonged to another operation. It is then matched with that
  // one.
  const stolen =
    byId && [...before.operations.values()].some((other) => route(other) === route(byId));
  return stolen ? undefined : byId;
}

/** Returns an id without the case of its words' first letters, which depends on the generator. */
function nameOf(id: string): string {
  return id.replaceAll(/(^|_)[A-Z]/g, (start) => start.toLowerCase());
}

function route(operation: Operation): string {
  return `${operation.method} ${operation.path}`;
}

function diffOperation(old: Operation, now: Operation, same: SameName, report: Report): void {
  const place = now.id;
  const operations = [now.id];
  const at = { place, operations };
  if (nameOf(old.id) !== nameOf(now.id)) {
    const because = "only the name in generated code changes, requests and responses do not";
    report({
      class: "breaking",
      kind: "operation-renamed",
      ...at,
      before: old.id,
      after: now.id,
      because,
    });
  }
  if (old.method !== now.method) {
    report({
      class: "breaking",
      kind: "method-changed",
      ...at,
      before: old.method,
      after: now.method,
    });
  }
  if (old.path !== now.path) {
    report({ class: "breaking", kind: "path-changed", ...at, before: old.path, after: now.path });
  }
  const running = { before: describeRunning(old), after: describeRunning(now) };
  if (running.before !== running.after)
    report({ class: "breaking", kind: "long-running-changed", ...at, ...running });
  if (old.host !== now.host) {
    const hosts = {
      before: old.host ?? "the service's host",
      after: now.host ?? "the service's host",
    };
    report({ class: "breaking", kind: "host-changed", ...at, ...hosts });
  }
  if (old.tags !== now.tags) {
    const tags = { before: old.tags ?? "", after: now.tags ?? "" };
    report({ class: "documentation", kind: "tags-changed", ...at, ...tags });
  }
  if (old.security !== now.security) {
    const values = {
      before: old.security ?? "the service's security",
      after: now.security ?? "the service's security",
    };
    report({ class: "breaking", kind: "security-changed", ...at, ...values });
  }
  const paging = { before: describePaging(old.paging), after: describePaging(now.paging) };
  if (paging.before !== paging.after)
    report({ class: "breaking", kind: "paging-changed", ...at, ...paging });
  diffDeprecated(old, now, at, report);
  diffText(old, now, at, report);
  diffParameters(old, now, same, report);
  diffBody(old, now, same, report);
  diffMediaTypes(old.produces, now.produces, "response", at, report);
  diffAnswers(old, now, same, report);
}

function describeRunning({ longRunning, finalState }: Operation): string {
  return `${longRunning}${finalState === undefined ? "" : `, result via ${finalState}`}`;
}

function describePaging(paging: Paging | undefined): string {
  if (!paging) return "not paged";
  return `items in ${paging.items}, ${paging.nextLink === undefined ? "no next link" : `next link in ${paging.nextLink}`}`;
}
