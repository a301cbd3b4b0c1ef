// Builds wwwroot/css/site.css and Platform/Look/icons.json. The results are committed: building .NET needs no Node.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const web = join(here, "..");

const base = sass.compile(join(here, "base.scss"), {
  style: "compressed", loadPaths: [join(here, "node_modules")], quietDeps: true,
}).css;
const parts = JSON.parse(readFileSync(join(here, "parts.json"), "utf8"));
const own = parts.map((name) => readFileSync(join(here, "css", `${name}.css`), "utf8")).join("\n");
const css = base + sass.compileString(own, { style: "compressed", syntax: "css" }).css.replace(/^\uFEFF/, "");

// Old WebViews drop a whole rule for one word they do not know.
const forbidden = own.match(/color-mix\(|light-dark\(|oklch\(|:has\(|@container|@layer|@font-face/g)
  ?? base.match(/color-mix\(|light-dark\(|oklch\(|@container|@layer|@font-face/g);
if (forbidden) throw new Error(`too new for old WebViews: ${[...new Set(forbidden)].join(", ")}`);

mkdirSync(join(web, "wwwroot/css"), { recursive: true });
writeFileSync(join(web, "wwwroot/css/site.css"), `${css.trim()}\n`);

const names = readFileSync(join(here, "icons.txt"), "utf8").split("\n").filter(Boolean).sort();
const icons = Object.fromEntries(names.map((name) => [name, drawing(name)]));
writeFileSync(join(web, "Platform/Look/icons.json"), `${JSON.stringify(icons, null, 1)}\n`);

console.log(`site.css ${css.length} bytes, ${names.length} icons`);

function drawing(name) {
  const svg = readFileSync(join(here, "node_modules/@tabler/icons/icons/outline", `${name}.svg`), "utf8");
  const shapes = svg.slice(svg.indexOf(">") + 1, svg.lastIndexOf("</svg>"));
  return shapes.replace(/<path stroke="none"[^>]*>/, "").replace(/\s*\n\s*/g, "").replaceAll(" />", "/>");
}
