import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { get } from "node:https";
import type { LookupFunction } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { runToEnd, startCli } from "./cli-process.ts";

const guide = readFileSync(new URL("../../../docs/containers.md", import.meta.url), "utf8");
const block = (language: string, from = 0): string =>
  new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(guide.slice(from))?.[1] ?? "";

/** Returns the command of an instruction in the guide's Dockerfile. */
const instruction = (pattern: RegExp): string[] =>
  JSON.parse(pattern.exec(block("dockerfile"))?.[1] ?? "null") as string[];

const home = mkdtempSync(join(tmpdir(), "acs-chat-container-"));
const environment = { XDG_DATA_HOME: home };
afterAll(() => rmSync(home, { recursive: true }));

/** Resolves names as a network of containers does. */
const lookup: LookupFunction = (_, options, callback) => {
  if (options.all === true) callback(null, [{ address: "127.0.0.1", family: 4 }]);
  else callback(null, "127.0.0.1", 4);
};

describe("the guide to containers", () => {
  it("starts an emulator that clients reach by the container's name", async () => {
    const [program, ...args] = instruction(/^CMD (\[.*\])$/m);
    expect(program).toBe("acs-chat-emulator");
    await using cli = await startCli(args, environment);
    const { http, https } = cli.ready;
    const certificate = await fetch(`${http}/_emulator/certificate`);
    const ca = await certificate.text();
    const url = `https://chat-emulator:${new URL(https).port}/_emulator/health`;
    const [response] = (await once(get(url, { ca, lookup, agent: false }), "response")) as [
      { readonly statusCode: number; resume(): void },
    ];
    response.resume();
    expect(response.statusCode).toBe(200);
  });

  it("has a health check that detects whether the emulator runs", async () => {
    const [node = "", ...args] = instruction(/^HEALTHCHECK .*CMD (\[.*\])$/m);
    await using cli = await startCli([], environment);
    const checkAt = (port: string) =>
      runToEnd(
        node,
        args.map((arg) => arg.replace("8940", port)),
      );
    expect((await checkAt(new URL(cli.ready.http).port)).code).toBe(0);
    expect((await checkAt("1")).code).not.toBe(0);
  });

  it("uses the same name for the emulator in the image, in compose and in the workflow", () => {
    const name = instruction(/^CMD (\[.*\])$/m).at(-1)!;
    const compose = parse(block("yaml")) as { services: Record<string, object> };
    expect(Object.keys(compose.services)).toContain(name);
    const workflow = parse(block("yaml", guide.indexOf("A job that runs in a container"))) as {
      jobs: { test: { services: object } };
    };
    expect(Object.keys(workflow.jobs.test.services)).toEqual([name]);
    const hosts = [...guide.matchAll(/https?:\/\/([\w-]+):894[01]/g)].map(([, host]) => host);
    expect(new Set(hosts)).toEqual(new Set([name, "localhost"]));
  });
});
