// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 504c9b581354d9f7. Do not edit.

import type { BodyPart } from "@azure/core-rest-pipeline";

/**
 * The contents of a part of a form. A stream can be sent once. A function that opens one allows a failed request to be
 * retried.
 */
export type FileContents = BodyPart["body"];
