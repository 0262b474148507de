import { type AzureLogger, createClientLogger } from "@azure/logger";

/** This package's logger, `azure:acs-chat`. No line contains a token or the content of a message. */
export const logger: AzureLogger = createClientLogger("acs-chat");
