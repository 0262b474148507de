/** Kept equal to package.json's by a test: importing that file would put all of it into bundles. */
export const packageVersion = "0.1.0";
