import type { Emulator } from "@acs-chat/emulator";

/** Sends a request to the chat API as Alice. Returns the status code. */
export async function call(
  { emulator }: { readonly emulator: Emulator },
  method: string,
  path: string,
  body?: object,
): Promise<number> {
  const { token } = await emulator.createUser({ name: "alice" });
  const response = await fetch(`${emulator.endpoint}${path}?api-version=2025-03-15`, {
    method,
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  return response.status;
}
