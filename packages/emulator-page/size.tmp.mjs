import { build } from "../store/node_modules/esbuild/lib/main.js"; import { gzipSync } from "node:zlib";
const {outputFiles,metafile}=await build({entryPoints:["src/main.tsx"],bundle:true,minify:true,format:"esm",platform:"browser",target:"es2023",write:false,outdir:"/tmp/x",legalComments:"none",metafile:true,jsx:"automatic",jsxImportSource:"preact",loader:{".svg":"file"}});
const groups={};
const js=Object.entries(metafile.outputs).find(([k])=>k.endsWith(".js"))[1];
for(const [k,v] of Object.entries(js.inputs)){ const m=k.match(/node_modules\/\.pnpm\/[^/]+\/node_modules\/((@[^/]+\/)?[^/]+)/); const g=m?m[1]:k.startsWith("../")?k.split("/").slice(0,4).join("/"):k.split("/").slice(0,2).join("/"); groups[g]=(groups[g]??0)+v.bytesInOutput;}
console.log(gzipSync(outputFiles.find(f=>f.path.endsWith(".js")).contents,{level:9}).length, Object.entries(groups).sort((a,b)=>b[1]-a[1]));
console.log(Object.entries(js.inputs).filter(([k])=>/rest\/|client\/|core-|communication/.test(k)).sort((a,b)=>b[1].bytesInOutput-a[1].bytesInOutput).slice(0,40).map(([k,v])=>v.bytesInOutput+" "+k.slice(-70)).join("\n"));
