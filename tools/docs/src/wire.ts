import { createServer, type IncomingMessage } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildClient, checkAndRun } from "./generated.ts";
import { root } from "./markdown.ts";

/** A section of a guide: a service, a program that uses its client, and their requests and responses. */
export interface Scenario {
  readonly title: string;
  readonly typespec: string;
  /** The compiler's configuration; undefined for the default one. */
  readonly yaml: string | undefined;
  readonly program: string;
  readonly exchanges: readonly Exchange[];
  /** The output of the program, if the guide shows it. */
  readonly prints: string | undefined;
}

interface Exchange {
  readonly request: readonly string[];
  readonly status: number;
  readonly body: string;
}

/** Returns the scenarios of a guide: its sections with a block "ts wire". */
export function scenariosOf(file: string): readonly Scenario[] {
  const [, ...sections] = readFileSync(join(root, file), "utf8").split(/^## /m);
  return sections.flatMap((section) => {
    const block = (info: string): string | undefined =>
      new RegExp(`^\`\`\`${info}\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(section)?.[1];
    const program = block("ts wire");
    if (program === undefined) return [];
    return [
      {
        title: section.split("\n")[0] ?? "",
        typespec: block("typespec") ?? "",
        yaml: block("yaml"),
        program,
        exchanges: exchangesOf(block("http") ?? ""),
        prints: block("text"),
      },
    ];
  });
}

function exchangesOf(http: string): readonly Exchange[] {
  return [...http.matchAll(/((?:^> .*\n)+)^< (\d+)\n(?:^< (.*)\n)?/gm)].map(
    ([, request = "", status, body = ""]) => ({
      request: request
        .trim()
        .split("\n")
        .map((line) => line.slice(2)),
      status: Number(status),
      body,
    }),
  );
}

/** Runs a scenario's program against a server with the responses of the guide. Returns the requests and the output. */
export async function play(
  { exchanges, program, typespec, yaml }: Scenario,
  usual: string,
  folder: string,
): Promise<{ readonly sent: readonly (readonly string[])[]; readonly output: string }> {
  const sent: (readonly string[])[] = [];
  const server = createServer((request, response) => {
    void received(request, exchanges[sent.length]).then((lines) => {
      const { status = 500, body = "" } = exchanges[sent.length] ?? {};
      sent.push(lines);
      response.writeHead(status, body === "" ? {} : { "content-type": "application/json" });
      response.end(body);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const { port } = server.address() as AddressInfo;
    const here = (text: string): string =>
      text.replaceAll("https://pets.example", `http://127.0.0.1:${port}`);
    mkdirSync(folder, { recursive: true });
    const built = await buildClient(here(typespec), yaml ?? usual, folder);
    if (built.code !== 0) throw new Error(built.output);
    writeFileSync(join(folder, "program.ts"), here(program));
    const { code, output } = await checkAndRun(folder);
    if (code !== 0) throw new Error(output);
    return { sent, output };
  } finally {
    server.close().closeAllConnections();
  }
}

/** Formats a request like the guide: first line, the headers that the guide shows, and body. */
async function received(
  request: IncomingMessage,
  shown: Exchange | undefined,
): Promise<readonly string[]> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  const headers = (shown?.request ?? []).slice(1).flatMap((line) => {
    const [, name] = /^([\w-]+): /.exec(line) ?? [];
    return name === undefined ? [] : [`${name}: ${request.headers[name] ?? "none"}`];
  });
  return [`${request.method} ${request.url}`, ...headers, ...(body === "" ? [] : [body])];
}
