import {
  createHttpHeaders,
  createPipelineRequest,
  multipartPolicy,
} from "@azure/core-rest-pipeline";
import type { BodyPart, RequestBodyType } from "@azure/core-rest-pipeline";
import { randomId } from "./random-id.ts";
import { encodeUtf8 } from "./utf8.ts";

/**
 * What a part of a form holds. A stream can be sent once; a function that opens one lets a failed request be sent
 * again.
 */
export type FileContents = BodyPart["body"];

/** A file to upload, and what the service is told about it. */
export interface FileUpload {
  contents: FileContents;
  /** Default: the name of a `File`, or that of the part. */
  filename?: string | undefined;
  /** Default: the type of a `Blob`, or what the service expects. */
  contentType?: string | undefined;
}

/** Headers of a part, besides those that all parts have. */
export type PartHeaders = Readonly<Record<string, string | number | boolean | undefined>>;

/** The headers that have a value. */
function given(headers: PartHeaders): Record<string, string | number | boolean> {
  const entries = Object.entries(headers);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string | number | boolean] => entry[1] !== undefined),
  );
}

/** A part with text in it. */
export function formField(
  name: string,
  text: string,
  contentType?: string,
  headers: PartHeaders = {},
): BodyPart {
  return {
    headers: createHttpHeaders({
      ...given(headers),
      "Content-Disposition": disposition(name),
      ...(contentType !== undefined && { "Content-Type": contentType }),
    }),
    body: encodeUtf8(text),
  };
}

/** A part with a file in it. */
export function formFile(
  name: string,
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
      "Content-Disposition": disposition(name, filename ?? known.name ?? name),
      "Content-Type": contentType ?? (known.type || expectedType),
    }),
    body: contents,
  };
}

function disposition(name: string, filename?: string): string {
  const file = filename === undefined ? "" : `; filename="${escapeName(filename)}"`;
  return `form-data; name="${escapeName(name)}"${file}`;
}

/** Escapes what would end a quoted name, as browsers do. */
function escapeName(name: string): string {
  return name.replace(/["\r\n]/g, encodeURIComponent);
}

/** A request body of several parts, and its content type with the boundary. */
export interface MultipartBody {
  readonly body: RequestBodyType;
  /** Takes the place of the content type among the headers. */
  readonly contentType: string;
}

/** Puts the parts of a form together; parts that are undefined are left out. */
export async function multipart(
  parts: readonly (BodyPart | undefined)[],
  contentType = "multipart/form-data",
): Promise<MultipartBody> {
  // By default, `crypto.randomUUID` would make it, which some platforms do not have.
  const boundary = / boundary=(.+)/.exec(contentType)?.[1] ?? randomId();
  const request = createPipelineRequest({
    url: "",
    headers: createHttpHeaders({ "Content-Type": contentType }),
    requestId: boundary,
    multipartBody: { parts: parts.filter((part) => part !== undefined), boundary },
  });
  // The policy writes the body here and now, so that a pipeline without it can send the request, too.
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
