import { defineConfig } from "vite";
import { lobbyPlugin } from "./server/plugin.ts";

export default defineConfig({
  plugins: [lobbyPlugin()],
  build: { target: "es2023", reportCompressedSize: false },
});
