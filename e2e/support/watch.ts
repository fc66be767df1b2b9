/** What every page of every test has to keep, whatever the test is about. */
import { type BrowserContext, type Response } from "@playwright/test";

const mostRoundTrips = "3";

/** Faults noticed in the pages of a browser context; the fixture fails the test over any of them. */
export function watch(context: BrowserContext): string[] {
  const faults: string[] = [];
  context.on("console", (message) => {
    if (message.type() !== "error") return;
    // A refused form has its 4xx; the test looks at the status itself.
    if (/Failed to load resource: the server responded with a status of 4\d\d/.test(message.text())) return;
    // A page that looks again by itself was left while it did.
    if (message.text().includes("AbortError: BodyStreamBuffer was aborted")) return;
    faults.push(`console of ${message.page()?.url()}: ${message.text()}`);
  });
  context.on("weberror", (error) => {
    // Something else was pressed between the first line of an answer and its end: who pressed it left the rest, and turbo-stream rejects two promises about that
    // which Remix listens to nowhere.
    if (error.error().message === "signal is aborted without reason") return;
    faults.push(`error in ${error.page()?.url()}: ${error.error().message}`);
  });
  context.on("response", (response) => faults.push(...faultsOf(response)));
  return faults;
}

function faultsOf(response: Response): string[] {
  const request = response.request();
  const headers = response.headers();
  const where = `${request.method()} ${response.url()}`;
  const faults: string[] = [];
  if (response.status() >= 500) faults.push(`${where} answered ${response.status()}`);
  // A mail in its frame has a policy of its own, under which nothing runs at all.
  const page = request.resourceType() === "document" && request.frame().parentFrame() === null;
  const data = new URL(response.url()).pathname.endsWith(".data");
  if (!page && !data) return faults;
  if (page && (headers["content-type"] ?? "").startsWith("text/html")) {
    const policy = headers["content-security-policy"] ?? "";
    if (!/script-src 'self' 'nonce-[A-Za-z0-9+/=]{22,}'/.test(policy)) faults.push(`${where} has no nonce in its policy: ${policy || "none"}`);
    if (/unsafe-(inline|eval)/.test(policy)) faults.push(`${where} allows unsafe scripts or styles: ${policy}`);
  }
  if (request.method() === "GET" && response.status() < 400) {
    const trips = headers["x-db-round-trips"];
    if (trips === undefined) faults.push(`${where} does not say how often it asked the database`);
    else if (trips > mostRoundTrips || trips.length > 1) faults.push(`${where} asked the database ${trips} times`);
  }
  return faults;
}
