import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { runToEnd, startCli } from "./cli-process.ts";

// Debian's python3-azure is not available everywhere. Where it is missing, the test is skipped with a
// message. In CI, which installs it, a missing package is a failure.
const PYTHON = "/usr/bin/python3";
const found =
  spawnSync(PYTHON, ["-c", "import azure.communication.chat, azure.communication.identity"])
    .status === 0;
const required = process.env["CI"] === "true";
if (!found && !required) {
  console.warn(
    `SKIPPED: the official Python client: ${PYTHON} has no azure.communication.chat. ` +
      "Install it with: apt-get install -y python3-azure",
  );
}

it.skipIf(!found && !required)("runs the whole flow with python3-azure", async () => {
  const home = mkdtempSync(join(tmpdir(), "acs-chat-python-"));
  try {
    await using emulator = await startCli([], { XDG_DATA_HOME: home });
    const ca = emulator.ready.caCertificate ?? "";
    const script = fileURLToPath(new URL("clients/flow.py", import.meta.url));
    const { code, output, errors } = await runToEnd(PYTHON, [script], {
      CONNECTION_STRING: emulator.ready.connectionString,
      REQUESTS_CA_BUNDLE: ca,
      SSL_CERT_FILE: ca,
    });
    expect({ code, errors: code === 0 ? "" : errors }).toEqual({ code: 0, errors: "" });
    expect((JSON.parse(output) as { done: string[] }).done).toHaveLength(22);
  } finally {
    rmSync(home, { recursive: true });
  }
});
