// Required by @peculiar/x509.
// oxlint-disable-next-line import/no-unassigned-import
import "reflect-metadata";
import { X509Certificate } from "node:crypto";
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { Agent, get } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { X509CertificateGenerator } from "@peculiar/x509";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startEmulator } from "../index.ts";
import { defaultCertificateFolder, keptCertificates } from "./certificates.ts";

const DAY = 24 * 60 * 60 * 1000;
let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "acs-chat-certificates-"));
  folder = join(root, "deep", "certificates");
});
afterEach(() => rmSync(root, { recursive: true }));

const status = (url: string, ca: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const agent = new Agent({ ca, keepAlive: false });
    get(url, { agent }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on("error", reject);
  });

const folderFor = (XDG_DATA_HOME: string): string =>
  defaultCertificateFolder([], { XDG_DATA_HOME });

describe("certificates", () => {
  it("are created once and reused, with a key that only the owner can read", async () => {
    const made = await keptCertificates(folder);
    expect(await keptCertificates(folder)).toEqual(made);
    expect(statSync(join(folder, "localhost-key.pem")).mode & 0o077).toBe(0);
    const leaf = new X509Certificate(made.cert);
    expect(leaf.checkHost("localhost")).toBe("localhost");
    expect(leaf.checkIP("127.0.0.1")).toBe("127.0.0.1");
    expect(leaf.checkIP("::1")).toBe("::1");
    expect(leaf.keyUsage).toEqual(["1.3.6.1.5.5.7.3.1"]);
    const ca = new X509Certificate(readFileSync(made.caFile ?? ""));
    expect([ca.ca, leaf.ca, leaf.verify(ca.publicKey)]).toEqual([true, false, true]);
  });

  it("are created again before they expire, and when they are damaged", async () => {
    const made = await keptCertificates(folder);
    const end = new X509Certificate(made.cert).validToDate.getTime();
    expect(await keptCertificates(folder, [], end - 31 * DAY)).toEqual(made);
    const renewed = await keptCertificates(folder, [], end - 29 * DAY);
    expect(renewed.cert).not.toBe(made.cert);
    writeFileSync(join(folder, "localhost.pem"), "damaged");
    const mended = await keptCertificates(folder);
    expect(new X509Certificate(mended.cert).subject).toBe("CN=localhost");
  });

  it("are not created in a folder with other files, which stay", async () => {
    mkdirSync(folder, { recursive: true });
    const other = join(folder, "notes.txt");
    writeFileSync(other, "mine");
    await expect(keptCertificates(folder)).rejects.toThrow(
      `The certificate folder ${folder} contains other files, such as notes.txt.`,
    );
    expect(readFileSync(other, "utf8")).toBe("mine");
  });

  it("are not created in a folder with certificates of another CA, such as those of mkcert", async () => {
    mkdirSync(folder, { recursive: true });
    const keys = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, [
      "sign",
      "verify",
    ]);
    const other = await X509CertificateGenerator.createSelfSigned({ name: "CN=mkcert", keys });
    writeFileSync(join(folder, "localhost.pem"), other.toString("pem"));
    writeFileSync(join(folder, "localhost-key.pem"), "mine");
    await expect(keptCertificates(folder)).rejects.toThrow("such as localhost.pem");
    expect(readFileSync(join(folder, "localhost-key.pem"), "utf8")).toBe("mine");
  });

  it("are not created in a folder with a key alone, which stays", async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "localhost-key.pem"), "mine");
    await expect(keptCertificates(folder)).rejects.toThrow("such as localhost-key.pem");
    expect(readFileSync(join(folder, "localhost-key.pem"), "utf8")).toBe("mine");
  });

  it("are created in the target of a link, which stays", async () => {
    mkdirSync(folder, { recursive: true });
    const link = join(root, "link");
    symlinkSync(folder, link);
    const { caFile } = await keptCertificates(link);
    expect(caFile).toBe(join(link, "ca.pem"));
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readdirSync(folder)).toContain("ca.pem");
  });

  it("are created in a folder whose path ends with a slash", async () => {
    const { caFile } = await keptCertificates(`${folder}/`);
    expect(caFile).toBe(join(folder, "ca.pem"));
  });

  it("are created again if the key is damaged", async () => {
    await keptCertificates(folder);
    writeFileSync(join(folder, "localhost-key.pem"), "damaged");
    expect((await keptCertificates(folder)).key).toContain("PRIVATE KEY");
  });

  it("match their CA if several emulators create them at the same time", async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => keptCertificates(folder)));
    for (const { cert, caFile } of all) {
      const ca = new X509Certificate(readFileSync(caFile ?? ""));
      expect(new X509Certificate(cert).verify(ca.publicKey)).toBe(true);
    }
  });

  it("serve https to clients that trust the CA, by host name and by address", async () => {
    await using emulator = await startEmulator({ https: { certificateFolder: folder } });
    expect(emulator.httpsEndpoint).toMatch(/^https:\/\/localhost:\d+$/);
    expect(emulator.connectionString).toMatch(
      /^endpoint=https:\/\/localhost:\d+\/;accesskey=[A-Za-z0-9+/]+=*$/,
    );
    const ca = readFileSync(emulator.caCertificate ?? "", "utf8");
    const url = `${emulator.httpsEndpoint}/chat/threads`;
    expect(await status(url, ca)).toBe(401);
    expect(await status(url.replace("localhost", "127.0.0.1"), ca)).toBe(401);
    await expect(status(url, "")).rejects.toThrow(/certificate/);
  });

  it("can be replaced by the user's own certificate", async () => {
    const { cert, key, caFile } = await keptCertificates(folder);
    await using emulator = await startEmulator({ https: { cert, key } });
    expect(emulator.caCertificate).toBeUndefined();
    const ca = readFileSync(caFile ?? "", "utf8");
    expect(await status(`${emulator.httpsEndpoint}/chat/threads`, ca)).toBe(401);
    await expect(startEmulator({ https: { cert } })).rejects.toThrow("must be used together");
  });

  it("cover additional names, and are created again for a missing name", async () => {
    const names = ["chat-emulator", "10.1.2.3"];
    const made = await keptCertificates(folder, names);
    const leaf = new X509Certificate(made.cert);
    expect(leaf.checkHost("chat-emulator")).toBe("chat-emulator");
    expect(leaf.checkIP("10.1.2.3")).toBe("10.1.2.3");
    expect(leaf.checkHost("localhost")).toBe("localhost");
    expect(await keptCertificates(folder, ["chat-emulator"])).toEqual(made);
    const more = await keptCertificates(folder, [...names, "chat.internal"]);
    expect(new X509Certificate(more.cert).checkHost("chat.internal")).toBe("chat.internal");
  });

  it.each(["", "two words", "https://chat", "*.chat", "-chat", "a..b"])(
    "refuse the name %j",
    async (name) => {
      await expect(keptCertificates(folder, [name])).rejects.toThrow(
        `The certificate name ${JSON.stringify(name)} must be a host name or an IP address.`,
      );
    },
  );

  it("are kept in a separate folder for each set of names", () => {
    const folders = [[], ["a"], ["b"], ["a", "b"], ["b", "a"]].map((names) =>
      defaultCertificateFolder(names, { XDG_DATA_HOME: "/data" }),
    );
    expect(new Set(folders).size).toBe(4);
    expect(folders[3]).toBe(folders[4]);
  });

  it("can be fetched over http by clients that cannot reach the file", async () => {
    await using emulator = await startEmulator({ https: { certificateFolder: folder } });
    const response = await fetch(`${emulator.endpoint}/_emulator/certificate`);
    expect(response.headers.get("content-type")).toBe("application/x-pem-file");
    expect(await response.text()).toBe(readFileSync(emulator.caCertificate ?? "", "utf8"));
    await using plain = await startEmulator();
    expect((await fetch(`${plain.endpoint}/_emulator/certificate`)).status).toBe(404);
  });

  it("are kept in the user's data folder", () => {
    expect(folderFor("/data")).toBe("/data/acs-chat-emulator/certificates");
    expect(folderFor("data")).toBe(folderFor(""));
    expect(folderFor("")).toMatch(/\.local\/share\/acs-chat-emulator\/certificates$/);
  });
});
