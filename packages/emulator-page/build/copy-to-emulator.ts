// Puts the built page into the emulator, which serves it. The page uses the client, whose tests use
// the emulator: were the emulator to depend on the page, nothing could be built first.
import { cpSync, rmSync } from "node:fs";

const page = new URL("../dist/", import.meta.url);
const served = new URL("../../emulator/dist/page/", import.meta.url);
rmSync(served, { recursive: true, force: true });
cpSync(page, served, { recursive: true });
