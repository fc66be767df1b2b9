/** Adding and using passkeys through what the pages do. */
import { randomUUID } from "node:crypto";

import { actNewPasskey, actPasskeyRemoval } from "../../../app/auth/passkey-pages.server";
import * as stepUp from "../../../app/auth/step-up.server";
import type { Proof } from "../../../app/db/funding.server";
import type { AuthenticatorPurpose } from "../../../app/db/identity-proof.server";
import { authenticatorWorld, type Person } from "./authenticator-world";
import { SoftPasskey } from "./soft-passkey";

type Fields = Record<string, string>;
type Shown = { code?: { sealed: string; passkey: { challenge: string } | null } | null; making?: { sealed: string; options: { challenge: string } }; result?: { error?: Record<string, string[] | null> | null } };
type Answered = Response | { data: Shown; init: ResponseInit | null };

export type PasskeyWorld = Awaited<ReturnType<typeof passkeyWorld>>;

export async function passkeyWorld() {
  const world = await authenticatorWorld();
  const ip = "192.0.2.66";

  function keep({ cookies }: Person, headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
  }

  async function act(who: Person, work: (request: Request) => Promise<unknown>, body: Fields) {
    const answer = (await work(world.request(who, body))) as Answered;
    keep(who, new Headers(answer instanceof Response ? answer.headers : answer.init?.headers));
    const shown: Shown = answer instanceof Response ? {} : answer.data;
    const location = answer instanceof Response ? answer.headers.get("location") : null;
    return { location, shown, status: answer instanceof Response ? answer.status : (answer.init?.status ?? 200), faults: Object.values(shown.result?.error ?? {}).flatMap((list) => list ?? []).join() };
  }

  const adding = (who: Person, body: Fields) => act(who, (request) => actNewPasskey({ request, ip, token: who.token, home: "/security" }), body);
  const removing = (who: Person, id: string, body: Fields) => act(who, (request) => actPasskeyRemoval({ request, ip, token: who.token, home: "/security", id }), body);

  /** Up to what the browser is to make. */
  async function beginAdding(who: Person, proven?: string) {
    const key = randomUUID();
    const { shown } = await adding(who, { intent: "send", key });
    const { shown: next } = await adding(who, { intent: "confirm", key, step_up: shown.code?.sealed ?? "", code: proven ?? (await world.mailedCode()) });
    if (!next.making) throw new Error("nothing to make");
    return { words: next.making.options.challenge, body: (made: string, name = "My key") => ({ intent: "make", key, making: next.making?.sealed ?? "", made, name }) };
  }

  async function add(who: Person, passkey = new SoftPasskey(), proven?: string): Promise<SoftPasskey> {
    const { words, body } = await beginAdding(who, proven);
    const { location, faults } = await adding(who, body(passkey.made(words)));
    if (location !== "/security?said=passkeyAdded") throw new Error(`not added: ${faults}`);
    return passkey;
  }

  /** Opens a step-up. `form`: what the browser would post; `proof`: what the application makes of that. */
  async function offered(who: Person, purpose: AuthenticatorPurpose, context: string) {
    const begun = await stepUp.begin({ request: world.request(who), ip, token: who.token, purpose, context });
    keep(who, begun.headers);
    const words = begun.view.passkey?.challenge ?? "";
    const form = (signed: string): FormData => {
      const made = new FormData();
      made.set("step_up", begun.view.sealed);
      made.set("code", "");
      made.set("passkey", signed);
      return made;
    };
    const proof = async (signed: string, by = who): Promise<Proof> => {
      const made = await stepUp.proofIn(world.request(by), form(signed), by.token);
      if (!made) throw new Error("no step-up in the form");
      return made;
    };
    return { words, proof, form, challenge: begun.challenge, view: begun.view };
  }

  return { ...world, adding, removing, beginAdding, add, offered };
}
