import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HELP, runCli } from "./cli.ts";
import { sample } from "./testing.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "spec-diff-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: unknown): string {
  writeFileSync(
    join(folder, name),
    typeof content === "string" ? content : JSON.stringify(content),
  );
  return name;
}

function run(...args: string[]) {
  return runCli(args, folder);
}

describe("spec:diff of two versions", () => {
  it("prints removals first, such as ChatAttachment.extension in 2024-03-07", () => {
    const { code, stdout, stderr } = run("2023-11-07", "2024-03-07");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const lines = stdout.split("\n");
    expect(lines[0]).toBe(
      "2023-11-07 (specs/chat/openapi/2023-11-07.json) -> 2024-03-07 (specs/chat/openapi/2024-03-07.json)",
    );
    expect(lines[2]).toBe("REMOVED: code that uses one of these fails (1)");
    expect(lines[3]).toMatch(
      /^!!! ChatAttachment\.extension: property removed \(was string, optional\)/,
    );
    expect(lines.at(-2)).toBe(
      "changes: 5 (removals: 1, breaking: 0, additions: 4, documentation: 0)",
    );
  });

  it("prints the same changes as JSON", () => {
    const { stdout } = run("2023-11-07", "2024-03-07", "--json");
    const parsed = JSON.parse(stdout) as { changes: unknown[]; counts: object; from: object };
    expect(parsed.from).toEqual({
      file: "specs/chat/openapi/2023-11-07.json",
      version: "2023-11-07",
    });
    expect(parsed.counts).toEqual({ removal: 1, breaking: 0, addition: 4, documentation: 0 });
    expect(parsed.changes).toHaveLength(5);
    expect(parsed.changes[0]).toMatchObject({
      class: "removal",
      place: "ChatAttachment.extension",
    });
  });

  it("compares versions of the identity API", () => {
    expect(run("2022-10-01", "2023-10-01").stdout).toContain('"chat.join.limited"');
  });

  it("lists what the real service does beyond the contract", () => {
    const { code, stdout } = run("2025-03-15", "2025-03-15+wire");
    expect(code).toBe(0);
    expect(stdout).toContain(
      "CreateChatThreadRequest.participants: limit changed, maxItems unset -> maxItems 200",
    );
    expect(stdout).toContain("Chat_CreateChatThread 201 header Location: header added (string)");
  });

  it("finds no changes between a version and itself", () => {
    expect(run("2025-03-15", "2025-03-15", "--fail-on", "documentation")).toMatchObject({
      code: 0,
    });
  });
});

describe("--fail-on", () => {
  it("exits with 1 if there is a change of the class", () => {
    expect(run("2023-11-07", "2024-03-07", "--fail-on", "removal").code).toBe(1);
    expect(run("2023-11-07", "2024-03-07", "--fail-on=addition").code).toBe(1);
    expect(run("2023-11-07", "2024-03-07", "--fail-on", "documentation").code).toBe(0);
  });

  it("counts removals for breaking, but no other class", () => {
    expect(run("2023-11-07", "2024-03-07", "--fail-on", "breaking").code).toBe(1);
    expect(run("2021-03-07", "2021-09-07", "--fail-on", "breaking").code).toBe(0);
    write("closed.json", { ...sample(), host: "other.example" });
    write("open.json", sample());
    expect(run("open.json", "closed.json", "--fail-on", "breaking").code).toBe(1);
  });
});

describe("spec:diff with files", () => {
  it("resolves paths against the user's folder", () => {
    write("a.json", sample());
    const { code, stdout } = run("a.json", join(folder, "a.json"));
    expect(code).toBe(0);
    expect(stdout).toContain("changes: 0");
  });

  it("follows references to other files", () => {
    const { definitions, ...rest } = sample();
    write("common.json", { definitions });
    const text = JSON.stringify(rest).replaceAll("#/definitions", "common.json#/definitions");
    write("split.json", text);
    write("whole.json", sample());
    expect(run("whole.json", "split.json")).toMatchObject({ code: 0, stderr: "" });
    expect(run("whole.json", "split.json").stdout).toContain("changes: 0");
  });
});

function withLimit(limit: number) {
  const document = sample();
  const { post } = document.paths["/orders"]!;
  post!["x-limit"] = limit;
  post!["x-ms-examples"] = { limit };
  post!["parameters"] = [...(post!["parameters"] as object[]), { name: "unused", limit }];
  return document;
}

describe("parts that the converter does not read", () => {
  it("are listed if they differ, except examples", () => {
    write("five.json", withLimit(5));
    write("six.json", withLimit(6));
    const { stdout } = run("five.json", "six.json");
    expect(stdout.split("\n").slice(2, -3)).toEqual([
      "Not compared: parts that differ, but that are not read (2)",
      '?   six.json#/paths/~1orders/post/parameters/2: The parameter is left out, because it has no "name" or no "in".',
      "?   six.json#/paths/~1orders/post/x-limit: The extension x-limit is not converted.",
    ]);
    const { notCompared } = JSON.parse(run("five.json", "six.json", "--json").stdout) as {
      notCompared: readonly object[];
    };
    expect(notCompared[1]).toEqual({
      side: "to",
      pointer: "/paths/~1orders/post/x-limit",
      reason: "The extension x-limit is not converted.",
    });
  });

  it("are listed if they were removed, and not if they are equal", () => {
    write("five.json", withLimit(5));
    write("removed.json", sample());
    expect(run("five.json", "removed.json").stdout).toContain(
      "?   five.json#/paths/~1orders/post/x-limit: ",
    );
    expect(run("five.json", "five.json").stdout).not.toContain("Not compared");
  });
});

describe("spec:diff with other dialects", () => {
  it("reads OpenAPI 3.1 and finds no change to the newest version", () => {
    const file = fileURLToPath(
      new URL("../../../specs/chat/openapi/2025-03-15.openapi3.json", import.meta.url),
    );
    const { stdout } = run("2025-03-15", file, "--json");
    const { changes } = JSON.parse(stdout) as { changes: { class: string }[] };
    expect(changes.filter((change) => change.class !== "documentation")).toEqual([]);
  });

  it("reads YAML", () => {
    write("a.json", sample());
    write(
      "a.yaml",
      JSON.stringify({ ...sample(), host: "b.example" }, null, 2).replaceAll(/^/gm, " "),
    );
    expect(run("a.json", "a.yaml").stdout).toContain("host changed");
  });
});

describe("invalid input exits with 2 and one line that names file and place", () => {
  const cases: readonly (readonly [string, () => string[], string])[] = [
    [
      "a version that does not exist",
      () => ["2025-03-15", "2030-01-01"],
      "2030-01-01: There is no such API version or file. The API versions are chat: 2021-03-07, 2021-09-07, 2023-11-07, 2024-03-07, 2024-06-05-preview, 2025-03-15; identity: 2022-10-01, 2023-10-01.",
    ],
    [
      "a file that does not exist",
      () => ["2025-03-15", "./none.json"],
      "none.json: There is no such file or folder, or it cannot be read. Check the path.",
    ],
    [
      "a folder",
      () => ["2025-03-15", "."],
      ": There is no such file or folder, or it cannot be read. Check the path.",
    ],
    [
      "neither JSON nor YAML",
      () => ["2025-03-15", write("bad.json", "{")],
      "bad.json: Line 2, column 1: unexpected end of the stream",
    ],
    [
      "no object",
      () => ["2025-03-15", write("list.json", [])],
      "list.json: This is not an OpenAPI document: ",
    ],
    [
      "an unsupported version",
      () => ["2025-03-15", write("four.json", { openapi: "4.0.0", paths: {} })],
      "four.json#/openapi: OpenAPI 4.0.0 is not supported. Pass a document of version 2.0, 3.0 or 3.1.",
    ],
    [
      "no OpenAPI at all",
      () => ["2025-03-15", write("other.json", { hello: 1 })],
      'other.json: This is not an OpenAPI document: it has neither "openapi" nor "swagger" at its top level.',
    ],
    [
      "paths that are not an object",
      () => ["2025-03-15", write("empty.json", { swagger: "2.0", paths: 1 })],
      'empty.json#/paths: "paths" must be an object. Correct the document.',
    ],
    [
      "a broken reference",
      () => {
        const { definitions: _none, ...rest } = sample();
        return ["2025-03-15", write("broken.json", rest)];
      },
      'broken.json#/paths/~1orders/post/parameters/1/schema/$ref: The target of "#/definitions/Order" does not exist. Correct the reference',
    ],
    [
      "a reference that refers to itself",
      () => {
        const document = sample();
        document.definitions["Order"] = { $ref: "#/definitions/Order" };
        return ["2025-03-15", write("loop.json", document)];
      },
      "loop.json#/definitions/Order: The reference refers to itself",
    ],
    [
      "a schema that inherits from itself",
      () => {
        const document = sample();
        document.definitions["Order"] = {
          properties: {},
          allOf: [{ $ref: "#/definitions/Problem" }],
          required: ["item"],
        };
        document.definitions["Problem"] = {
          allOf: [{ $ref: "#/definitions/Order" }],
          required: ["item"],
        };
        return ["2025-03-15", write("cycle.json", document)];
      },
      "cycle.json#/definitions/Problem: The schema inherits from itself by allOf. Break the cycle.",
    ],
    [
      "a reference to a missing file",
      () => {
        const document = sample();
        document.definitions["Order"] = { $ref: "gone.json#/definitions/Order" };
        return ["2025-03-15", write("outside.json", document)];
      },
      "outside.json#/definitions/Order/$ref: The referenced file",
    ],
    [
      "one version",
      () => ["2025-03-15"],
      "expected two API versions or files, but got 1; see --help",
    ],
    [
      "three versions",
      () => ["2025-03-15", "2024-03-07", "2023-11-07"],
      "expected two API versions or files, but got 3; see --help",
    ],
    [
      "an unknown class",
      () => ["2023-11-07", "2024-03-07", "--fail-on", "anything"],
      '--fail-on must be one of removal, breaking, addition, documentation, but is "anything"',
    ],
    ["an unknown option", () => ["2023-11-07", "2024-03-07", "--loud"], "Unknown option '--loud'"],
  ];

  it.each(cases)("%s", (_name, args, message) => {
    const { code, stdout, stderr } = run(...args());
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^spec:diff: /);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});

describe("the command", () => {
  it("resolves paths against the user's folder, and returns the exit code", () => {
    write("a.json", sample());
    write("b.json", { ...sample(), host: "other.example" });
    const main = fileURLToPath(new URL("main.ts", import.meta.url));
    const args = [main, "a.json", "./b.json", "--fail-on", "breaking"];
    const started = (initCwd: string) =>
      spawnSync(process.execPath, args, {
        encoding: "utf8",
        env: { ...process.env, INIT_CWD: initCwd },
      });
    const right = started(folder);
    expect(right.status).toBe(1);
    expect(right.stdout).toContain(
      "service: host changed, https://shop.example -> https://other.example",
    );
    const wrong = started(join(folder, "elsewhere"));
    expect({ status: wrong.status, stdout: wrong.stdout }).toEqual({ status: 2, stdout: "" });
    expect(wrong.stderr).toContain(
      "a.json: There is no such file or folder, or it cannot be read. Check the path.\n",
    );
  });
});

describe("--help", () => {
  it("prints the usage with examples", () => {
    expect(run("--help")).toEqual({ code: 0, stdout: HELP, stderr: "" });
    expect(HELP).toContain("Examples");
  });
});
