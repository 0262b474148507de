// Bundles page.mjs with Metro in React Native's default configuration.
const { getDefaultConfig, mergeConfig } = require("@react-native/metro-config");
const Metro = require("metro");

const config = mergeConfig(getDefaultConfig(__dirname), {
  // Metro bundles only files in watched folders.
  watchFolders: [__dirname],
  resolver: { useWatchman: false },
});
const options = { entry: "page.mjs", dev: false, minify: false, platform: "android" };
Metro.runBuild(config, { ...options, out: "react-native.bundle.js" }).then(
  () => process.exit(),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
