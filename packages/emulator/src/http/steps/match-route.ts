import { methodNotAllowed, notFound } from "../../engine/errors.ts";
import type { Operation, Routes } from "../../spec/routes.ts";

/** The operation of a request, with the values of its path parameters. */
export interface MatchedRoute {
  readonly operation: Operation;
  /** The values are decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

const UNKNOWN_PATH =
  "The path does not exist. The emulator serves chat and identity only: no tokens for Teams users, calling, SMS, Rooms or Job Router.";

/**
 * Finds the operation of a path and method.
 * @throws {@link ServiceError} 404 for an unknown path, 405 for a method that the path does not have.
 */
export function matchRoute(routes: Routes, method: string, path: string): MatchedRoute {
  const match = routes.match(path);
  if (match === undefined) throw notFound(UNKNOWN_PATH);
  const operation = match.operations.get(method);
  if (operation === undefined) throw methodNotAllowed(method, [...match.operations.keys()]);
  return { operation, parameters: match.parameters };
}
