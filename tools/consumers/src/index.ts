/** The installed consumers, for other tools. */
export { cacheFolder, installConsumers, InstallError } from "./install.ts";
export { withoutCalling } from "./site.ts";
