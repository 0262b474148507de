import { ServiceError, badRequest } from "../../engine/errors.ts";
import { OPERATION_NOT_IN_VERSION_STATUS } from "../../engine/unverified.ts";
import type { Operation, OperationVersion, Routes } from "../../spec/routes.ts";

/** An API version and the operation as that version defines it. */
export interface SelectedVersion {
  readonly apiVersion: string;
  readonly version: OperationVersion;
}

/**
 * Selects the API version that the query asks for.
 * @param skipCheck Serves unknown API versions as the newest one that is not a preview.
 * @throws {@link ServiceError} 400 if the version is missing or unknown.
 */
export function selectVersion(
  routes: Routes,
  operation: Operation,
  query: URLSearchParams,
  skipCheck: boolean,
): SelectedVersion {
  const apiVersion = query.get("api-version") ?? "";
  const version = operation.versions.get(apiVersion);
  if (version !== undefined) return { apiVersion, version };
  const newest = skipCheck ? newestVersion(operation) : undefined;
  if (newest !== undefined) return newest;

  const supported = `It supports ${operation.supportedVersions}.`;
  if (apiVersion === "") {
    throw badRequest(`The query parameter api-version is missing. ${supported}`);
  }
  const elsewhere = routes.operations.some((other) => other.versions.has(apiVersion));
  throw new ServiceError(
    elsewhere ? OPERATION_NOT_IN_VERSION_STATUS : 400,
    "UnsupportedApiVersion",
    `The operation does not support the api-version ${JSON.stringify(apiVersion)}. ${supported}`,
  );
}

/** Returns the newest version, or the newest preview if there are only previews. */
function newestVersion({ versions }: Operation): SelectedVersion | undefined {
  const all = [...versions].map(([apiVersion, version]) => ({ apiVersion, version }));
  return all.findLast(({ apiVersion }) => !apiVersion.endsWith("-preview")) ?? all.at(-1);
}
