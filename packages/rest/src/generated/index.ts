// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 504c9b581354d9f7. Do not edit.

export * from "./context.ts";
export * from "./client.ts";
export * from "./operations/chat.ts";
export * from "./models.ts";
export type { ClientContext, ClientOptions } from "./internal/context.ts";
export type { OperationOptions, RequestOptions } from "./internal/options.ts";
export type { Page } from "./internal/paging.ts";
export type { BinaryResult } from "./internal/bytes.ts";
export type { FileContents } from "./internal/multipart.ts";
