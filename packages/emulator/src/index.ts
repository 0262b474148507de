/**
 * Azure Communication Services Chat on your machine.
 * @module
 */
export type { Emulator, EmulatorOptions, EmulatorUser, TokenOptions } from "./emulator.ts";
export { startEmulator } from "./emulator.ts";
