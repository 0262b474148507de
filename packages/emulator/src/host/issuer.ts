/** The common name of the certificate authority that the emulator creates. */
export const ISSUER = "CN=acs-chat-emulator (local development)";
