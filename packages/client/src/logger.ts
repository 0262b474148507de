import { type AzureLogger, createClientLogger } from "@azure/logger";

/** The logger of this package, `azure:acs-chat`. Log entries never contain a token or the content of a message. */
export const logger: AzureLogger = createClientLogger("acs-chat");
