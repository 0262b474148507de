import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { serverPlugin } from "./server/plugin.ts";

export default defineConfig({
  plugins: [react(), serverPlugin()],
  build: { target: "es2023", reportCompressedSize: false },
});
