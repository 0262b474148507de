// Loads the ES module and the CommonJS build into one process, and checks that each recognizes the other's errors.
import { createRequire } from "node:module";
import * as esm from "@acs-chat/client";
import * as core from "@azure/core-rest-pipeline";

const require = createRequire(import.meta.url);
const commonjs = require("@acs-chat/client");
const commonjsCore = require("@azure/core-rest-pipeline");

const report = (mine, mineCore, foreign, foreignCore) => {
  const error = new mine.ChatServiceError("x", { code: "NotFound" });
  const argument = new mine.ChatArgumentError("content", "must be a string");
  const realtime = new mine.RealtimeError("Timeout", "x");
  class Own extends foreign.ChatServiceError {}
  return {
    different: mine.ChatServiceError !== foreign.ChatServiceError,
    restError: error instanceof mineCore.RestError,
    isRestError: [mineCore.isRestError(error), foreignCore.isRestError(error)],
    isChatServiceError: [mine.isChatServiceError(error), foreign.isChatServiceError(error)],
    instanceOf: [
      error instanceof foreign.ChatServiceError,
      argument instanceof foreign.ChatArgumentError,
      realtime instanceof foreign.RealtimeError,
    ],
    others: [
      argument instanceof foreign.ChatServiceError,
      realtime instanceof foreign.ChatArgumentError,
      error instanceof foreign.RealtimeError,
      error instanceof Own,
      foreign.isChatServiceError(undefined),
    ],
  };
};
console.log(
  JSON.stringify([
    report(esm, core, commonjs, commonjsCore),
    report(commonjs, commonjsCore, esm, core),
  ]),
);
