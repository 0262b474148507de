import {
  createHttpHeaders,
  createPipelineRequest,
  multipartPolicy,
} from "@azure/core-rest-pipeline";
import type { BodyPart, RequestBodyType } from "@azure/core-rest-pipeline";
import { randomId } from "./random-id.ts";
import { encodeUtf8 } from "./utf8.ts";

/**
 * The contents of a part of a form. A stream can be sent once. A function that opens one allows a failed request to be
 * retried.
 */
export type FileContents = BodyPart["body"];

/** A file to upload, with its name and content type. */
export interface FileUpload {
  contents: FileContents;
  /** Default: the name of a `File`, or of the part. */
  filename?: string | undefined;
  /** Default: the type of a `Blob`, or the type that the service expects. */
  contentType?: string | undefined;
}

/** Headers of a part, in addition to those of all parts. */
export type PartHeaders = Readonly<Record<string, string | number | boolean | undefined>>;

/** Returns the headers that have a value. */
function given(headers: PartHeaders): Record<string, string | number | boolean> {
  const entries = Object.entries(headers);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string | number | boolean] => entry[1] !== undefined),
  );
}

/** Creates a part with text. Only parts of a form have a name. */
export function formField(
  name: string | undefined,
  text: string,
  contentType?: string,
  headers: PartHeaders = {},
): BodyPart {
  return {
    headers: createHttpHeaders({
      ...given(headers),
      ...disposition(name),
      ...(contentType !== undefined && { "Content-Type": contentType }),
    }),
    body: encodeUtf8(text),
  };
}

/** Creates a part with a file. Only parts of a form have a name. */
export function formFile(
  name: string | undefined,
  file: FileContents | FileUpload,
  expectedType = "application/octet-stream",
  headers: PartHeaders = {},
): BodyPart {
  const { contents, filename, contentType }: FileUpload =
    typeof file === "object" && "contents" in file ? file : { contents: file };
  const known: Partial<File> =
    typeof Blob === "function" && contents instanceof Blob ? contents : {};
  return {
    headers: createHttpHeaders({
      ...given(headers),
      ...disposition(name, filename ?? known.name ?? name),
      "Content-Type": contentType ?? (known.type || expectedType),
    }),
    body: contents,
  };
}

function disposition(name: string | undefined, filename?: string): Record<string, string> {
  const kind = name === undefined ? "attachment" : `form-data; name="${escapeName(name)}"`;
  const file = filename === undefined ? "" : `; filename="${escapeName(filename)}"`;
  return name === undefined && file === "" ? {} : { "Content-Disposition": kind + file };
}

/** Escapes characters that would end a quoted name, as browsers do. */
function escapeName(name: string): string {
  return name.replace(/["\r\n]/g, encodeURIComponent);
}

/** A multipart body, and its content type with the boundary. */
export interface MultipartBody {
  readonly body: RequestBodyType;
  /** Replaces the content type of the headers. */
  readonly contentType: string;
}

/** Creates a body from its parts, without undefined ones. */
export async function multipart(
  parts: readonly (BodyPart | undefined)[],
  contentType = "multipart/form-data",
): Promise<MultipartBody> {
  // The default generator needs `crypto.randomUUID`, which some platforms do not have.
  const boundary = / boundary=(.+)/.exec(contentType)?.[1] ?? randomId();
  const request = createPipelineRequest({
    url: "",
    headers: createHttpHeaders({ "Content-Type": contentType }),
    requestId: boundary,
    multipartBody: { parts: parts.filter((part) => part !== undefined), boundary },
  });
  // The body is written at once, so that a pipeline without this policy can send it.
  await multipartPolicy().sendRequest(request, async () => ({
    request,
    status: 0,
    headers: createHttpHeaders(),
  }));
  return {
    body: request.body ?? "",
    contentType: request.headers.get("Content-Type") ?? contentType,
  };
}
