// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 9e908e83e9562191. Do not edit.

import type { BodyPart } from "@azure/core-rest-pipeline";

/**
 * What a part of a form holds. A stream can be sent once; a function that opens one lets a failed request be sent
 * again.
 */
export type FileContents = BodyPart["body"];
