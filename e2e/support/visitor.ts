/** Somebody without a browser: posts what a form posts and keeps the cookies. For what a page would not let anybody type. */
import { request as requests, type APIRequestContext, type APIResponse } from "@playwright/test";
import { randomInt } from "node:crypto";

import { baseURL, ownAddress } from "./address";
import { formWith, hiddenOf } from "./forms";
import { codeFor, withMailboxOf } from "./mailbox";

export type SavedSession = Awaited<ReturnType<APIRequestContext["storageState"]>>;
type Values = Record<string, string>;
type Multipart = Record<string, string | { name: string; mimeType: string; buffer: Buffer }>;

export class Visitor {
  private constructor(private readonly context: APIRequestContext) {}

  static async arrive(session?: SavedSession): Promise<Visitor> {
    return new Visitor(
      await requests.newContext({ baseURL, ...(session ? { storageState: session } : {}), extraHTTPHeaders: { Origin: baseURL, "X-Forwarded-For": ownAddress() }, maxRedirects: 0 }),
    );
  }

  get(path: string, headers: Values = {}): Promise<APIResponse> {
    return this.context.get(path, { headers });
  }

  async page(path: string): Promise<string> {
    const answer = await this.get(path);
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}`);
    return answer.text();
  }

  post(path: string, form: Values, headers: Values = {}): Promise<APIResponse> {
    return this.context.post(path, { form, headers });
  }

  /** A body as it is, whatever it claims to be. */
  raw(path: string, body: string, type: string): Promise<APIResponse> {
    return this.context.post(path, { data: Buffer.from(body), headers: { "Content-Type": type } });
  }

  send(path: string, multipart: Multipart): Promise<APIResponse> {
    return this.context.post(path, { multipart });
  }

  session(): Promise<SavedSession> {
    return this.context.storageState();
  }

  /** The same session in another program. */
  async twin(): Promise<Visitor> {
    return Visitor.arrive(await this.session());
  }

  leave(): Promise<void> {
    return this.context.dispose();
  }

  /** Email, mailed code; answers where the application sends the person next. */
  signIn(email: string, ref?: string): Promise<string> {
    return withMailboxOf(email, (seen) => this.enter(email, seen, ref));
  }

  signInAsStaff(email: string): Promise<void> {
    return withMailboxOf(email, async (seen) => {
      await this.enter(email, seen);
      const code = await codeFor(email, "step_up_code", seen);
      expectStatus(await this.post("/login/staff", { intent: "verify", code }), 302);
    });
  }

  private async enter(email: string, seen: Set<string>, ref?: string): Promise<string> {
    expectStatus(await this.post("/login", { email, ...(ref ? { ref } : {}) }), 302);
    const code = await codeFor(email, "login_code", seen);
    return target(await this.post("/login/code", { intent: "verify", code }));
  }

  /** A new member, with the email it got. */
  async join(first: string, ref?: string): Promise<string> {
    const email = newEmail(first);
    await this.signIn(email, ref);
    const hidden = hiddenOf(formWith(await this.page("/sign-up"), "first_name"));
    const answer = await this.post("/sign-up", { ...hidden, first_name: first, last_name: "Tester", mobile: newMobile(), of_age: "on", terms: "on", ...(ref ? { referral: ref } : {}) });
    expectStatus(answer, 302);
    return email;
  }
}

export const newEmail = (first: string): string => `${first.toLowerCase().replace(/[^a-z]/g, "")}-${randomInt(1e9)}@e2e.coffer.test`;
export const newMobile = (): string => `+4477${String(randomInt(1e8)).padStart(8, "0")}`;

function expectStatus(answer: APIResponse, status: number): void {
  if (answer.status() !== status) throw new Error(`${answer.url()} answered ${answer.status()}, not ${status}`);
}

function target(answer: APIResponse): string {
  expectStatus(answer, 302);
  return answer.headers().location ?? "";
}
