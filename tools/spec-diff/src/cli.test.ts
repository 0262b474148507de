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
  it("prints removals first and loudly: the extension of attachments went in 2024-03-07", () => {
    const { code, stdout, stderr } = run("2023-11-07", "2024-03-07");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const lines = stdout.split("\n");
    expect(lines[0]).toBe(
      "2023-11-07 (specs/chat/openapi/2023-11-07.json) -> 2024-03-07 (specs/chat/openapi/2024-03-07.json)",
    );
    expect(lines[2]).toBe("REMOVED: whatever uses these stops working (1)");
    expect(lines[3]).toMatch(
      /^!!! ChatAttachment\.extension: property removed \(was string, optional\)/,
    );
    expect(lines.at(-2)).toBe(
      "changes: 5 (removals: 1, breaking: 0, additions: 4, documentation: 0)",
    );
  });

  it("prints the same as JSON", () => {
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

  it("compares versions of the identity API too", () => {
    expect(run("2022-10-01", "2023-10-01").stdout).toContain('"chat.join.limited"');
  });

  it("tells what the real service does beyond the contract", () => {
    const { code, stdout } = run("2025-03-15", "2025-03-15+wire");
    expect(code).toBe(0);
    expect(stdout).toContain(
      "CreateChatThreadRequest.participants: limit changed, maxItems unset -> maxItems 200",
    );
    expect(stdout).toContain("Chat_CreateChatThread 201 header Location: header added (string)");
  });

  it("finds nothing between a version and itself", () => {
    expect(run("2025-03-15", "2025-03-15", "--fail-on", "documentation")).toMatchObject({
      code: 0,
    });
  });
});

describe("--fail-on", () => {
  it("exits with 1 for a change of the class", () => {
    expect(run("2023-11-07", "2024-03-07", "--fail-on", "removal").code).toBe(1);
    expect(run("2023-11-07", "2024-03-07", "--fail-on=addition").code).toBe(1);
    expect(run("2023-11-07", "2024-03-07", "--fail-on", "documentation").code).toBe(0);
  });

  it("breaking counts removals, and nothing less", () => {
    expect(run("2023-11-07", "2024-03-07", "--fail-on", "breaking").code).toBe(1);
    expect(run("2021-03-07", "2021-09-07", "--fail-on", "breaking").code).toBe(0);
    write("closed.json", { ...sample(), host: "other.example" });
    write("open.json", sample());
    expect(run("open.json", "closed.json", "--fail-on", "breaking").code).toBe(1);
  });
});

describe("spec:diff with files", () => {
  it("takes paths from the folder where the user stands", () => {
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

describe("bad input ends with 2 and one line that names file and place", () => {
  const cases: readonly (readonly [string, () => string[], string])[] = [
    [
      "a version that does not exist",
      () => ["2025-03-15", "2030-01-01"],
      "2030-01-01: no such API version and no such file; versions are chat: 2021-03-07, 2021-09-07, 2023-11-07, 2024-03-07, 2024-06-05-preview, 2025-03-15; identity: 2022-10-01, 2023-10-01",
    ],
    [
      "a file that does not exist",
      () => ["2025-03-15", "./none.json"],
      "./none.json: no such file",
    ],
    ["a folder", () => ["2025-03-15", "."], ".: cannot be read"],
    ["no JSON", () => ["2025-03-15", write("bad.json", "{")], "bad.json: no JSON: "],
    [
      "no object",
      () => ["2025-03-15", write("list.json", [])],
      "list.json at #: a JSON object is expected",
    ],
    [
      "OpenAPI 3",
      () => ["2025-03-15", write("three.json", { openapi: "3.1.0", paths: {} })],
      "three.json at #: OpenAPI 2.0 is expected, but it is OpenAPI 3.1.0",
    ],
    [
      "no OpenAPI at all",
      () => ["2025-03-15", write("other.json", { hello: 1 })],
      'other.json at #: OpenAPI 2.0 is expected, but it is no "swagger": "2.0" in it',
    ],
    [
      "no paths",
      () => ["2025-03-15", write("empty.json", { swagger: "2.0" })],
      "empty.json at #/paths: an object is expected",
    ],
    [
      "a broken reference",
      () => {
        const { definitions: _none, ...rest } = sample();
        return ["2025-03-15", write("broken.json", rest)];
      },
      'broken.json at #/paths/~1orders/post/parameters/1/schema: broken $ref "#/definitions/Order": nothing there',
    ],
    [
      "a reference that leads back to itself",
      () => {
        const document = sample();
        document.definitions["Order"] = { $ref: "#/definitions/Order" };
        return ["2025-03-15", write("loop.json", document)];
      },
      'loop.json at #/definitions/Order: $ref "#/definitions/Order" leads back to itself',
    ],
    [
      "a reference to a file that is not there",
      () => {
        const document = sample();
        document.definitions["Order"] = { $ref: "gone.json#/definitions/Order" };
        return ["2025-03-15", write("outside.json", document)];
      },
      "outside.json at #/definitions/Order: $ref to gone.json: ",
    ],
    [
      "one version",
      () => ["2025-03-15"],
      "two API versions or files are expected, not 1; see --help",
    ],
    [
      "three versions",
      () => ["2025-03-15", "2024-03-07", "2023-11-07"],
      "two API versions or files are expected, not 3; see --help",
    ],
    [
      "an unknown class",
      () => ["2023-11-07", "2024-03-07", "--fail-on", "anything"],
      '--fail-on takes removal, breaking, addition, documentation, not "anything"',
    ],
    ["an unknown option", () => ["2023-11-07", "2024-03-07", "--loud"], "Unknown option '--loud'"],
  ];

  it.each(cases)("%s", (_name, args, message) => {
    const { code, stdout, stderr } = run(...args());
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`spec:diff: ${message}`);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});

describe("the command", () => {
  it("counts paths from the folder where the user stood, and ends with the exit code", () => {
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
    expect(right.stdout).toContain("service: host changed, shop.example -> other.example");
    const wrong = started(join(folder, "elsewhere"));
    expect({ status: wrong.status, stdout: wrong.stdout }).toEqual({ status: 2, stdout: "" });
    expect(wrong.stderr).toBe("spec:diff: a.json: no such file\n");
  });
});

describe("--help", () => {
  it("prints how to use it, with examples", () => {
    expect(run("--help")).toEqual({ code: 0, stdout: HELP, stderr: "" });
    expect(HELP).toContain("Examples");
  });
});
