import http from "node:http";

import { afterAll, beforeAll, expect, test } from "vitest";

import { launch, makeHome, removeHome, stop, untilReady, type Tree } from "./tree";

const home = makeHome();
let tree: Tree;

beforeAll(async () => {
  tree = launch({ home, port: 4109 });
  await untilReady(tree);
});

afterAll(async () => {
  await stop(tree);
  removeHome(home);
});

type Answer = { status: number; headers: http.IncomingHttpHeaders; body: string };

/** fetch forbids setting Origin, Host and Sec-Fetch-Site, which are the point here. */
function send(method: string, path: string, headers: Record<string, string> = {}, body = ""): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request(`${tree.url}${path}`, { method, headers: { ...(method === "GET" ? {} : { "content-type": "application/x-www-form-urlencoded", "content-length": String(Buffer.byteLength(body)) }), ...headers } }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    request.on("error", reject);
    request.end(body);
  });
}

const pages = ["/", "/plans", "/coverage", "/terms", "/privacy", "/risk", "/about", "/contact", "/login"];

test.each(pages)("%s answers within three round trips, with a nonce on every script and nothing from elsewhere", async (page) => {
  const { status, headers, body } = await send("GET", page, { accept: "text/html" });
  expect(status).toBe(200);
  expect(Number.parseInt(String(headers["x-db-round-trips"]), 10)).toBeLessThanOrEqual(3);
  const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1];
  expect(nonce).toBeTruthy();
  expect(headers["content-security-policy"]).not.toContain("unsafe-inline");
  for (const [tag] of body.matchAll(/<script\b[^>]*>/g)) expect(tag).toContain(`nonce="${nonce}"`);
  expect(body).not.toMatch(/ style="/);
  expect(body).not.toMatch(/(?:src|href)="https?:/);
  expect(body).toContain("<h1");
});

test("what is built may be kept for ever, pages of a signed-in person not at all", async () => {
  const home = await send("GET", "/");
  const asset = /href="(\/build\/_assets\/[^"]+\.css)"/.exec(home.body)?.[1] ?? "";
  expect((await send("GET", asset)).headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(home.headers["cache-control"]).toBe("private, no-cache");
  expect((await send("GET", "/", { cookie: `coffer=${"a".repeat(43)}` })).headers["cache-control"]).toBe("no-store");
  expect((await send("GET", "/build/missing.js")).status).toBe(404);
});

test.each([
  ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site", cookie: "coffer=x" }],
  ["a null origin", { origin: "null", cookie: "coffer=x" }],
  ["no origin but a cookie", { cookie: "coffer=x" }],
])("a post from %s is refused before any route, with a page and without effect", async (_name, headers) => {
  for (const path of ["/resources/theme", "/login", "/no-such-page"]) {
    const { status, headers: answer, body } = await send("POST", path, headers, "theme=dark");
    expect(status).toBe(403);
    expect(answer["set-cookie"]).toBeUndefined();
    expect(body).toContain("This request did not come from our pages");
  }
});

test("our own form works, and leads nowhere else", async () => {
  const own = { origin: tree.url, "sec-fetch-site": "same-origin" };
  const answer = await send("POST", "/resources/theme", own, "theme=dark&back=%2Fplans");
  expect(answer.status).toBe(302);
  expect(answer.headers.location).toBe("/plans");
  expect(answer.headers["set-cookie"]?.join()).toContain("theme=dark");
  expect((await send("POST", "/resources/theme", own, "theme=dark&back=%2F%2Fevil.example")).headers.location).toBe("/");
  expect((await send("GET", "/", { cookie: "theme=dark" })).body).toContain('data-theme="dark"');
});

test("an unknown page is a page, never a stack", async () => {
  const { status, body } = await send("GET", "/no/such/page");
  expect(status).toBe(404);
  expect(body).toContain("There is no such page");
  expect(body).not.toMatch(/\bat \w+ \(|node_modules|Error:/);
});

test("a body that is too large, or of unknown length, is not read", async () => {
  const own = { origin: tree.url, "sec-fetch-site": "same-origin" };
  expect((await send("POST", "/resources/theme", { ...own, "content-length": String(300 * 1024) }, "x".repeat(300 * 1024))).status).toBe(413);
  const chunked = await new Promise<number>((resolve, reject) => {
    const request = http.request(`${tree.url}/resources/theme`, { method: "POST", headers: { ...own, "transfer-encoding": "chunked" } }, (response) => resolve(response.statusCode ?? 0));
    request.on("error", reject);
    request.write("theme=dark");
    request.end();
  });
  expect(chunked).toBe(413);
});

test("forwarded addresses are not believed unless a proxy is configured", async () => {
  const { headers, body } = await send("GET", "/", { "x-forwarded-host": "evil.example", "x-forwarded-for": "1.2.3.4", "x-forwarded-proto": "https" });
  expect(body).not.toContain("evil.example");
  expect(headers["x-request-id"]).toMatch(/^[0-9a-f]{16}$/);
});

test("the hundred-and-first post within a minute is told to wait", async () => {
  const own = { origin: tree.url, "sec-fetch-site": "same-origin" };
  let refused: Answer | undefined;
  for (let count = 0; count < 110 && !refused; count += 1) {
    const answer = await send("POST", "/resources/theme", own, "theme=system");
    if (answer.status === 429) refused = answer;
  }
  expect(refused?.headers["retry-after"]).toMatch(/^\d+$/);
  expect(refused?.body).toContain("Too many requests");
  const data = await send("POST", "/resources/theme.data", own, "theme=system");
  expect(data.status).toBe(429);
  expect(data.headers["content-type"]).toContain("text/x-script");
  expect((await send("GET", "/")).status).toBe(200);
});

test.each(["/%E0%A4%A", "/build/%E0%A4%A", "/build/%2e%2e/index.js", "/build/..%2f..%2fpackage.json", "/plans/%00", "/.env", "/build/../../.env"])("%s finds nothing and breaks nothing", async (path) => {
  const { status, body } = await send("GET", path);
  expect([400, 403, 404]).toContain(status);
  expect(body).not.toContain("SECRET");
});
