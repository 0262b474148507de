/// <reference lib="esnext.asynciterable" />
export { getContinuationToken } from "./pagingHelper.js";
export * from "./models/index.js";
export { ChatRestClient } from "./chatRestClient.js";
export * from "./operationsInterfaces/index.js";
