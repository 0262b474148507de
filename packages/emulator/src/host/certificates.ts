import { X509Certificate, createHash, createPrivateKey } from "node:crypto";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { isIP } from "node:net";
import { homedir, userInfo } from "node:os";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { makeFolder } from "../files/make-folder.ts";
import { ISSUER } from "./issuer.ts";

/** A certificate for https on loopback. */
export interface Certificates {
  /** Certificate (chain) of the server, PEM. */
  readonly cert: string;
  /** Its private key, PEM. */
  readonly key: string;
  /** The file with the CA's certificate, for clients to trust; undefined for a user's own certificate. */
  readonly caFile: string | undefined;
}

const FILES = { ca: "ca.pem", cert: "localhost.pem", key: "localhost-key.pem" } as const;
/** Where the previous folder is until its replacement is complete. */
const REPLACED = "replaced";
/** The certificates by the names of their files. */
type Made = Readonly<Record<keyof typeof FILES, string>>;
const DAY = 24 * 60 * 60 * 1000;

/**
 * Returns the default folder for certificates. Each set of additional names has a separate folder,
 * so that an emulator with other names does not replace a certificate that clients trust.
 */
export function defaultCertificateFolder(
  names: readonly string[] = [],
  environment: NodeJS.ProcessEnv = process.env,
): string {
  // Relative paths are invalid in this variable, by the XDG specification.
  const configured = environment["XDG_DATA_HOME"] ?? "";
  const data = isAbsolute(configured)
    ? configured
    : join(homedir() || userInfo().homedir, ".local", "share");
  const hash = createHash("sha256").update(names.toSorted().join(" ")).digest("hex").slice(0, 12);
  const folder = names.length === 0 ? "certificates" : `certificates-${hash}`;
  return join(data, "acs-chat-emulator", folder);
}

/** A host name: labels of letters, digits, hyphens and underscores, joined by dots. */
const HOST_NAME = /^(?!-)[\w-]{1,63}(?:\.[\w-]{1,63})*$/;

function checkName(name: string): void {
  if (isIP(name) !== 0 || (HOST_NAME.test(name) && name.length <= 253)) return;
  throw new TypeError(
    `The certificate name ${JSON.stringify(name)} must be a host name or an IP address.`,
  );
}

/**
 * Returns the certificates in a folder. Creates them if the folder is empty, if they do not cover
 * the names, or if they expire within 30 days. The CA's private key is discarded once it has signed
 * the one certificate, so a CA that a developer trusts cannot sign anything else.
 * @throws TypeError if certificates must be created, and the folder contains files of others.
 */
export async function keptCertificates(
  given: string,
  names: readonly string[] = [],
  now = Date.now(),
): Promise<Certificates> {
  for (const name of names) checkName(name);
  // A link stays, and its target gets the certificates.
  const folder = existsSync(given) ? realpathSync(given) : resolve(given);
  const file = (name: keyof typeof FILES): string => join(folder, FILES[name]);
  const usable = (): boolean => isUsable(folder, names, now);
  if (!usable()) {
    const { makeCertificates } = await import("./make-certificates.ts");
    putFolder(folder, await makeCertificates(now, names), usable);
  }
  return {
    cert: readFileSync(file("cert"), "utf8"),
    key: readFileSync(file("key"), "utf8"),
    caFile: join(resolve(given), FILES.ca),
  };
}

/** Puts certificates into a folder. Files in it are replaced if all of them are the emulator's. */
function putFolder(folder: string, made: Made, usable: () => boolean): void {
  makeFolder(dirname(folder));
  checkFolder(folder);
  try {
    replaceFolder(folder, made, usable);
  } catch (error) {
    if (usable()) return;
    // A mount point, or a folder in a read-only one, cannot be replaced.
    if (!existsSync(folder)) throw error;
    writeInto(folder, made);
  }
}

/**
 * Replaces a folder atomically. If several emulators start together, the first one's folder stays;
 * only a folder that cannot be used is moved away.
 */
function replaceFolder(folder: string, made: Made, usable: () => boolean): void {
  const draft = mkdtempSync(`${folder}.`);
  try {
    writeInto(draft, made);
    if (existsSync(folder) && !usable()) renameSync(folder, join(draft, REPLACED));
    renameSync(draft, folder);
    rmSync(join(folder, REPLACED), { recursive: true, force: true });
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

function writeInto(folder: string, made: Made): void {
  for (const name of ["ca", "cert", "key"] as const) {
    const mode = name === "key" ? 0o600 : 0o644;
    writeFileSync(join(folder, FILES[name]), made[name], { mode });
  }
}

/** Refuses a folder with files of others, because these would be deleted with the folder. */
function checkFolder(folder: string): void {
  if (!existsSync(folder)) return;
  const own = new Set<string>([...Object.values(FILES), REPLACED]);
  const other =
    readdirSync(folder).find((name) => !own.has(name)) ??
    // mkcert creates files with the same names.
    [FILES.ca, FILES.cert].find((name) => isOfOthers(join(folder, name))) ??
    // The emulator writes its key after the certificate.
    [FILES.key].find(
      (name) => existsSync(join(folder, name)) && !existsSync(join(folder, FILES.cert)),
    );
  if (other === undefined) return;
  throw new TypeError(
    `The certificate folder ${folder} contains other files, such as ${other}. The emulator replaces the whole folder, so give one that is empty or does not exist.`,
  );
}

/** True for a certificate of another issuer; false for a damaged or missing one. */
function isOfOthers(file: string): boolean {
  try {
    return !new X509Certificate(readFileSync(file)).issuer.includes(ISSUER);
  } catch {
    return false;
  }
}

function isUsable(folder: string, names: readonly string[], now: number): boolean {
  const paths = Object.values(FILES).map((name) => join(folder, name));
  if (!paths.every((path) => existsSync(path))) return false;
  try {
    const [ca, cert, key] = paths.map((path) => readFileSync(path, "utf8"));
    const leaf = new X509Certificate(cert ?? "");
    const authority = new X509Certificate(ca ?? "");
    return (
      leaf.verify(authority.publicKey) &&
      leaf.checkPrivateKey(createPrivateKey(key ?? "")) &&
      leaf.validToDate.getTime() > now + 30 * DAY &&
      names.every((name) => (isIP(name) === 0 ? leaf.checkHost(name) : leaf.checkIP(name)))
    );
  } catch {
    return false;
  }
}
