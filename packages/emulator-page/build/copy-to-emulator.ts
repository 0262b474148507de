// Copies the built page into the emulator, which serves it. The page depends on the client, and the client's tests depend
// on the emulator. A dependency of the emulator on the page would be circular.
import { cpSync, rmSync } from "node:fs";

const page = new URL("../dist/", import.meta.url);
const served = new URL("../../emulator/dist/page/", import.meta.url);
rmSync(served, { recursive: true, force: true });
cpSync(page, served, { recursive: true });
