import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

import express, { Router } from "express";

const folder = "public/build";
const encodings = [
  ["br", ".br"],
  ["gzip", ".gz"],
] as const;
const types: Record<string, string> = { ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml" };

/** What the build made. Names carry a hash, so browsers may keep them for ever; the build has compressed them already. */
export function builtAssets(): Router {
  const files = new Set(existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `/${name.split(path.sep).join("/")}`) : []);
  const router = Router();
  router.use((request, response, next) => {
    // Names of built files need no decoding; anything else is not one of them.
    const asked = request.path;
    const type = types[path.extname(asked)];
    const found = type === undefined ? undefined : encodings.find(([encoding, ending]) => request.acceptsEncodings(encoding) === encoding && files.has(asked + ending));
    if (type !== undefined && found) {
      const [encoding, ending] = found;
      response.setHeader("Content-Encoding", encoding);
      response.setHeader("Content-Type", type);
      response.vary("Accept-Encoding");
      request.url = request.path + ending;
    }
    next();
  });
  router.use(express.static(folder, { immutable: true, maxAge: "1y", redirect: false, index: false }));
  router.use((_request, response) => {
    response.removeHeader("Content-Encoding");
    response.status(404).type("text").send("Not found\n");
  });
  return router;
}
