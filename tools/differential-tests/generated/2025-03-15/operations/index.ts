export * from "./chat.js";
export * from "./chatThread.js";
