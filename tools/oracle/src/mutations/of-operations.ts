import { at, type Json, membersAt, type Mutation, rename, strings } from "./mutation.ts";

/** Changes of operations. */
export const OPERATION_MUTATIONS: readonly Mutation[] = [
  {
    name: "drop an operation",
    oracle: true,
    sites: operations,
    apply: (document, [path = "", method = ""]) => {
      delete at(document, "paths", path)[method];
    },
  },
  {
    name: "change a path",
    oracle: true,
    sites: operations,
    apply: (document, [path = ""]) => rename(at(document, "paths"), path, `${path}/more`),
  },
  {
    name: "change a method",
    oracle: true,
    sites: operations,
    apply: (document, [path = "", method = ""]) =>
      rename(at(document, "paths", path), method, "put"),
  },
  {
    name: "rename an operation",
    oracle: true,
    sites: operations,
    apply: (document, [path = "", method = ""]) => {
      at(document, "paths", path, method)["operationId"] = "Surprise_Operation";
    },
  },
  {
    name: "change a status",
    oracle: true,
    sites: answers,
    apply: (document, [path = "", method = "", status = ""]) =>
      rename(at(document, "paths", path, method, "responses"), status, "299"),
  },
  {
    name: "drop a status",
    oracle: true,
    sites: answers,
    apply: (document, [path = "", method = "", status = ""]) => {
      delete at(document, "paths", path, method, "responses")[status];
    },
  },
  {
    name: "change the body of a response",
    oracle: true,
    sites: answers,
    apply: (document, [path = "", method = "", status = ""]) => {
      at(document, "paths", path, method, "responses", status)["schema"] = { type: "boolean" };
    },
  },
  {
    name: "add a header to a response",
    oracle: true,
    sites: answers,
    apply: (document, [path = "", method = "", status = ""]) => {
      at(document, "paths", path, method, "responses", status)["headers"] = {
        "X-Surprise": { type: "string" },
      };
    },
  },
  {
    name: "rename a parameter",
    oracle: true,
    sites: (document) => parameters(document, ["query", "header"]),
    apply: (document, site) => {
      const parameter = parameterAt(document, site);
      parameter["name"] = `${String(parameter["name"])}X`;
    },
  },
  {
    name: "drop a parameter",
    oracle: true,
    sites: (document) => parameters(document, ["query", "header", "body"]),
    apply: (document, [path = "", method = "", index = ""]) => {
      (at(document, "paths", path, method)["parameters"] as Json[]).splice(Number(index), 1);
    },
  },
  {
    name: "toggle required of a parameter",
    oracle: true,
    sites: (document) => parameters(document, ["query", "header", "body"]),
    apply: (document, site) => {
      const parameter = parameterAt(document, site);
      parameter["required"] = parameter["required"] !== true;
    },
  },
  {
    name: "move a parameter",
    oracle: true,
    sites: (document) => parameters(document, ["query"]),
    apply: (document, site) => {
      parameterAt(document, site)["in"] = "header";
    },
  },
  {
    name: "change the type of a parameter",
    oracle: true,
    sites: (document) => parameters(document, ["query", "header", "path"]),
    apply: (document, site) => {
      const parameter = parameterAt(document, site);
      parameter["type"] = "boolean";
      delete parameter["enum"];
    },
  },
  {
    name: "remove the date-time format of a parameter",
    oracle: true,
    sites: (document) =>
      parameters(document, ["query"]).filter(
        (site) => resolved(document, site)["format"] === "date-time",
      ),
    apply: (document, site) => {
      delete parameterAt(document, site)["format"];
    },
  },
  {
    name: "change the body of a request",
    oracle: true,
    sites: (document) => parameters(document, ["body"]),
    apply: (document, site) => {
      parameterAt(document, site)["schema"] = { $ref: "#/definitions/SendChatMessageResult" };
    },
  },
  {
    name: "change the media type of a request",
    oracle: true,
    sites: (document) => parameters(document, ["body"]),
    apply: (document, [path = "", method = ""]) => {
      at(document, "paths", path, method)["consumes"] = ["application/surprise"];
    },
  },
  {
    name: "change the media types of responses",
    oracle: true,
    sites: operations,
    apply: (document, [path = "", method = ""]) => {
      at(document, "paths", path, method)["produces"] = ["application/surprise"];
    },
  },
  {
    name: "remove paging",
    oracle: true,
    sites: paged,
    apply: (document, [path = "", method = ""]) => {
      delete at(document, "paths", path, method)["x-ms-pageable"];
    },
  },
  {
    name: "rename the next link",
    oracle: true,
    sites: paged,
    apply: (document, [path = "", method = ""]) => {
      at(document, "paths", path, method, "x-ms-pageable")["nextLinkName"] = "surprise";
    },
  },
  {
    name: "change the host",
    oracle: true,
    sites: () => [["x-ms-parameterized-host"]],
    apply: (document) => {
      at(document, "x-ms-parameterized-host")["hostTemplate"] = "{endpoint}/surprise";
    },
  },
  {
    name: "change the security",
    oracle: false,
    sites: () => [["security"]],
    apply: (document) => {
      document["security"] = [];
    },
  },
];

function operations(document: Json): readonly (readonly string[])[] {
  return membersAt(document, "paths").flatMap(([path]) =>
    membersAt(document, "paths", path).map(([method]) => [path, method]),
  );
}

function answers(document: Json): readonly (readonly string[])[] {
  return operations(document).flatMap(([path = "", method = ""]) =>
    membersAt(document, "paths", path, method, "responses").map(([status]) => [
      path,
      method,
      status,
    ]),
  );
}

function paged(document: Json): readonly (readonly string[])[] {
  return operations(document).filter(
    ([path = "", method = ""]) => "x-ms-pageable" in at(document, "paths", path, method),
  );
}

function parameters(document: Json, places: readonly string[]): readonly (readonly string[])[] {
  return operations(document)
    .flatMap(([path = "", method = ""]) =>
      membersAt(document, "paths", path, method, "parameters").map(([index]) => [
        path,
        method,
        index,
      ]),
    )
    .filter((site) => places.includes(String(resolved(document, site)["in"])));
}

/** Returns the parameter, or the shared parameter that it refers to. */
function resolved(document: Json, [path = "", method = "", index = ""]: readonly string[]): Json {
  const parameter = at(document, "paths", path, method, "parameters", index);
  const ref = strings([parameter["$ref"]])[0];
  return ref === undefined ? parameter : at(document, ...ref.slice(2).split("/"));
}

/** Returns the parameter. Copies a shared parameter to the operation first. */
function parameterAt(document: Json, site: readonly string[]): Json {
  const [path = "", method = "", index = ""] = site;
  const own = structuredClone(resolved(document, site));
  (at(document, "paths", path, method)["parameters"] as Json[])[Number(index)] = own;
  return own;
}
