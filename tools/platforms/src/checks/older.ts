import { join } from "node:path";
import { build, transform } from "esbuild";
import type { Check, CheckContext } from "../check.ts";
import { createRealm, newerFeatures, removeFeature, talkInRealm } from "../realm.ts";

/** The oldest supported browsers, as esbuild targets. */
const oldest = ["chrome94", "edge94", "firefox93", "safari16"];

async function bundle({ folder }: CheckContext): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, "page.mjs")],
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "esnext",
  });
  return outputFiles[0]!.text;
}

/** Checks of older browsers, by removing newer features. */
export const older: readonly Check[] = [
  {
    name: "older browsers",
    async run(context) {
      const script = await bundle(context);
      const { environment } = context;
      await talkInRealm(createRealm(), script, environment);
      for (const feature of newerFeatures) {
        const realm = createRealm();
        removeFeature(realm, feature);
        try {
          await talkInRealm(realm, script, environment);
        } catch (cause) {
          throw new Error(`does not work without ${feature}`, { cause });
        }
      }
      const realm = createRealm();
      for (const feature of newerFeatures.filter((one) => !one.startsWith("crypto."))) {
        removeFeature(realm, feature);
      }
      await talkInRealm(realm, script, environment);
    },
  },
  {
    name: "syntax of older browsers",
    async run(context) {
      const script = await bundle(context);
      const [now, then] = await Promise.all(
        ["esnext", oldest].map((target) =>
          transform(script, { target, minifyWhitespace: true, legalComments: "none" }),
        ),
      );
      // esbuild rewrites syntax that a target does not support.
      if (now!.code !== then!.code)
        throw new Error(`the bundle uses syntax that ${oldest.join(", ")} do not support`);
    },
  },
];
