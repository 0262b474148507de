import starlight from "@astrojs/starlight";
import { build } from "astro";
import { passthroughImageService } from "astro/config";
import type { Menu } from "./menu.ts";
import { repositoryUrl } from "./repository.ts";

/** The languages of code blocks. Starlight warns about other languages. */
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

// docs/decisions/0093-the-site-is-starlight.md explains why the site uses Starlight.
/** Builds an Astro project as HTML into the folder `out`. */
export async function writeHtml(project: string, out: string, sidebar: Menu): Promise<void> {
  // Turns off Astro's telemetry.
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  await build({
    root: project,
    outDir: out,
    configFile: false,
    logLevel: "warn",
    devToolbar: { enabled: false },
    build: { format: "file", inlineStylesheets: "never" },
    image: { service: passthroughImageService() },
    // The dev server is not used, so its dependencies need not be bundled.
    vite: { optimizeDeps: { noDiscovery: true, include: [] } },
    integrations: [
      // Prevents Starlight from adding the real sitemap, which needs the site's URL.
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
            // Wrapped code does not need scrolling on small screens.
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

/** Turns off the time limit of highlighting, so that the pages are the same on a busy machine. */
const noTimeLimit = {
  name: "no-time-limit",
  preprocess(_code: string, options: { tokenizeTimeLimit?: number }): void {
    options.tokenizeTimeLimit = 0;
  },
};
