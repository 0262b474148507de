/** Packages of others that tools install on demand. */
export { consumersRegistry, InstallError, installPackages } from "./install.ts";
export { withoutCalling } from "./site.ts";
