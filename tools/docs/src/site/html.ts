import starlight from "@astrojs/starlight";
import { build } from "astro";
import { passthroughImageService } from "astro/config";
import type { Menu } from "./menu.ts";
import { repositoryUrl } from "./repository.ts";

/** The languages of code blocks. Starlight warns about a block of another one. */
const languages = [
  "bash",
  "diff",
  "docker",
  "http",
  "javascript",
  "json",
  "python",
  "shellscript",
  "tsx",
  "typescript",
  "typespec",
  "yaml",
] as const;

// Why Starlight: docs/decisions/0093-the-site-is-starlight.md
/** Writes the pages of an Astro project as HTML to the folder `out`. */
export async function writeHtml(project: string, out: string, sidebar: Menu): Promise<void> {
  // Astro reports each build to its makers otherwise.
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  await build({
    root: project,
    outDir: out,
    configFile: false,
    logLevel: "warn",
    devToolbar: { enabled: false },
    build: { format: "file", inlineStylesheets: "never" },
    image: { service: passthroughImageService() },
    // Nothing is served, so nothing has to be bundled for a server.
    vite: { optimizeDeps: { noDiscovery: true, include: [] } },
    integrations: [
      // Starlight adds the real one unless there is one. A sitemap needs the address of a host.
      { name: "@astrojs/sitemap", hooks: {} },
      starlight({
        title: "acs-chat",
        description:
          "Clients, an emulator and a code generator for Azure Communication Services Chat.",
        logo: { src: "./src/assets/logo.svg" },
        favicon: "/favicon.svg",
        social: [{ icon: "github", label: "Repository", href: repositoryUrl }],
        customCss: ["./src/styles/site.css"],
        components: { Search: "./src/components/Search.astro" },
        expressiveCode: {
          // Bundling all 200 languages takes longer than writing the pages.
          shiki: { bundledLangs: [...languages], transformers: [noTimeLimit] },
          defaultProps: {
            // Wrapped code needs no scrolling on small screens.
            wrap: true,
            overridesByLang: { "sh,bash,http,text": { frame: "none" } },
          },
        },
        pagefind: false,
        disable404Route: true,
        sidebar,
      }),
    ],
  });
}

/** By default, highlighting stops after half a second, so a busy machine would write other pages. */
const noTimeLimit = {
  name: "no-time-limit",
  preprocess(_code: string, options: { tokenizeTimeLimit?: number }): void {
    options.tokenizeTimeLimit = 0;
  },
};
