/** What a browser with an empty cache fetches of our own for a page: scripts and style sheets, in bytes as they are sent (brotli, and gzip for older ones). */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

const folder = "public/build";

type Route = { id: string; parentId?: string; path?: string; index?: boolean; module: string; imports?: string[] };
type Manifest = { url: string; entry: { module: string; imports: string[] }; routes: Record<string, Route> };
export type FirstLoad = { route: string; files: number; brotli: number; gzip: number };

/** Below a size nothing is compressed (compress.ts). */
function sent(file: string, kind: "br" | "gz"): number {
  return statSync(existsSync(`${file}.${kind}`) ? `${file}.${kind}` : file).size;
}

/** Every route that is a page, the heaviest first. The application has to be built. */
export function firstLoads(): FirstLoad[] {
  // An older build's may lie beside it.
  const written = (file: string) => statSync(path.join(folder, file)).mtimeMs;
  const [name] = readdirSync(folder).filter((file) => /^manifest-.*\.js$/.test(file)).sort((a, b) => written(b) - written(a));
  if (!name) throw new Error("there is no manifest of the built application");
  const text = readFileSync(path.join(folder, name), "utf8");
  const manifest = JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)) as Manifest;
  const fileOf = (url: string) => path.join(folder, url.replace(/^\/build\//, ""));
  const chain = (route: Route | undefined): Route[] => (route ? [...chain(manifest.routes[route.parentId ?? ""]), route] : []);
  return Object.values(manifest.routes)
    // A layout alone is no page: it has children and no path that ends at it.
    .filter(({ id, index }) => index === true || !Object.values(manifest.routes).some(({ parentId }) => parentId === id))
    .map((route) => {
      const urls = new Set([manifest.url, manifest.entry.module, ...manifest.entry.imports, ...chain(route).flatMap(({ module, imports = [] }) => [module, ...imports])]);
      const files = [...urls].map(fileOf);
      const sum = (kind: "br" | "gz") => files.reduce((total, file) => total + sent(file, kind), 0);
      return { route: route.id, files: files.length, brotli: sum("br"), gzip: sum("gz") };
    })
    .sort((a, b) => b.brotli - a.brotli);
}
