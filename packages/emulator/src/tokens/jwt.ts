import { type KeyObject, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { isRecord } from "../spec/shape.ts";
import { SCP_WITHOUT_CHAT } from "../engine/unverified.ts";
import { WELL_KNOWN_SIGNING_KEY } from "./well-known.ts";

/** The claims of a token. */
export interface TokenClaims {
  /** Raw id of the user. */
  readonly userId: string;
  readonly scopes: readonly string[];
  /** Epoch seconds. */
  readonly issuedAt: number;
  /** Epoch seconds. */
  readonly expiresAt: number;
  /** Tokens with a lower generation than the identity's are revoked. */
  readonly generation: number;
}

const SCP_CHAT = 1792;
const HEADER = encode({ alg: "RS256", typ: "JWT" });

let keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject } | undefined;

function signingKeys(): { readonly privateKey: KeyObject; readonly publicKey: KeyObject } {
  if (keys === undefined) {
    const privateKey = createPrivateKey(WELL_KNOWN_SIGNING_KEY);
    keys = { privateKey, publicKey: createPublicKey(privateKey) };
  }
  return keys;
}

/** The number and the colon at the start of a raw id, such as `28:`. */
const TYPE_PREFIX = /^\d+:/;

/** Returns the claim skypeid. It omits the `8:` of users; ids of other types, such as phones, are complete. */
function toSkypeId(rawId: string): string {
  const rest = rawId.replace(/^8:/, "");
  return TYPE_PREFIX.test(rest) ? rawId : rest;
}

const fromSkypeId = (id: string): string => (TYPE_PREFIX.test(id) ? id : `8:${id}`);

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

/** Issues a user token: a JWT signed with RS256, with the claims of the service. */
export function issueToken(claims: TokenClaims, resourceId: string): string {
  const chat = claims.scopes.some((scope) => scope.startsWith("chat"));
  const payload = encode({
    skypeid: toSkypeId(claims.userId),
    scp: chat ? SCP_CHAT : SCP_WITHOUT_CHAT,
    csi: String(claims.issuedAt),
    iat: claims.issuedAt,
    exp: claims.expiresAt,
    acsScope: claims.scopes.join(","),
    resourceId,
    // Not a claim of the service. The emulator needs it to revoke tokens that were issued in the same second.
    emulatorTokenGeneration: claims.generation,
  });
  const signed = `${HEADER}.${payload}`;
  const signature = sign("sha256", Buffer.from(signed), signingKeys().privateKey);
  return `${signed}.${signature.toString("base64url")}`;
}

/**
 * Reads a token that an emulator has signed; undefined for any other text. The caller checks expiry
 * and revocation.
 */
export function readToken(token: string): TokenClaims | undefined {
  const [header, payload, signature, ...rest] = token.split(".");
  if (!header || !payload || !signature || rest.length > 0) return undefined;
  if (header !== HEADER) return undefined;
  const signed = Buffer.from(`${header}.${payload}`);
  const valid = verify(
    "sha256",
    signed,
    signingKeys().publicKey,
    Buffer.from(signature, "base64url"),
  );
  if (!valid) return undefined;
  const claims = parse(payload);
  if (!isRecord(claims)) return undefined;
  const { skypeid, acsScope, iat, exp, emulatorTokenGeneration } = claims;
  if (typeof skypeid !== "string" || typeof acsScope !== "string") return undefined;
  if (typeof iat !== "number" || typeof exp !== "number") return undefined;
  return {
    userId: fromSkypeId(skypeid),
    scopes: acsScope.split(","),
    issuedAt: iat,
    expiresAt: exp,
    generation: typeof emulatorTokenGeneration === "number" ? emulatorTokenGeneration : 0,
  };
}

// The signing key is public, so the content of a signed token cannot be trusted.
function parse(payload: string): unknown {
  try {
    return JSON.parse(Buffer.from(payload, "base64url").toString());
  } catch {
    return undefined;
  }
}
