/**
 * The version of this package. A test keeps it equal to the version in package.json. Importing that file would add all
 * of it to bundles.
 */
export const packageVersion = "0.1.0";
