/** Setting up and using an authenticator through what the pages do, with the app on the phone played by the test. */
import { randomUUID } from "node:crypto";

import { openSecret, recoveryCodes } from "../../../app/auth/authenticator.server";
import { openSealedCode } from "../../../app/auth/code.server";
import { newToken, readCodesCookie } from "../../../app/auth/cookies.server";
import { actCodes } from "../../../app/auth/recovery.server";
import { actRemoval } from "../../../app/auth/removal.server";
import { actSetUp, setUpState } from "../../../app/auth/set-up.server";
import * as stepUp from "../../../app/auth/step-up.server";
import { codeAt } from "../../../app/auth/totp.server";
import type { Proof } from "../../../app/db/funding.server";
import { authStepUpWay, type AuthenticatorPurpose } from "../../../app/db/identity-proof.server";
import { bridgeWorld } from "../../tests/support/bridge-world";

/** Somebody at a browser: a session token and the cookies of that browser. */
export type Person = { token: string; cookies: Map<string, string> };
/** What the app on the phone knows. */
export type Phone = { secret: Buffer };
type Fields = Record<string, string>;
type Acted = { status: number; location: string | null; code: { sealed: string } | null; faults: string[] };

const ip = "192.0.2.44";

export type AuthenticatorWorld = Awaited<ReturnType<typeof authenticatorWorld>>;

export async function authenticatorWorld() {
  const world = await bridgeWorld();
  const { db } = world;

  const person = (token: string): Person => ({ token, cookies: new Map() });

  function request({ cookies }: Person, body?: Fields): Request {
    const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
    return new Request("http://localhost:3000/", body ? { method: "POST", headers, body: new URLSearchParams(body) } : { headers });
  }

  function keep({ cookies }: Person, headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
  }

  type Answered = Response | { data: unknown; init: ResponseInit | null };

  async function act(who: Person, work: (asked: Request) => Promise<Answered>, body: Fields): Promise<Acted> {
    const answer = await work(request(who, body));
    if (answer instanceof Response) {
      keep(who, answer.headers);
      return { status: answer.status, location: answer.headers.get("location"), code: null, faults: [] };
    }
    const { code, result } = answer.data as { code?: { sealed: string } | null; result?: { error?: Record<string, string[] | null> | null } };
    keep(who, new Headers(answer.init?.headers));
    return { status: answer.init?.status ?? 200, location: null, code: code ?? null, faults: Object.values(result?.error ?? {}).flatMap((list) => list ?? []) };
  }

  const setUp = (who: Person, body: Fields) => act(who, (asked) => actSetUp({ request: asked, ip, token: who.token, here: "/security/authenticator", codesPage: "/security/codes" }) as Promise<Answered>, body);
  const codes = (who: Person, body: Fields) => act(who, (asked) => actCodes({ request: asked, ip, token: who.token, here: "/security/codes", home: "/security" }) as Promise<Answered>, body);
  const removal = (who: Person, body: Fields) => act(who, (asked) => actRemoval({ request: asked, ip, token: who.token, home: "/security" }) as Promise<Answered>, body);

  /** The code in the newest step-up mail. */
  async function mailedCode(): Promise<string> {
    const { rows } = await db.query<{ sealed: string }>("select props ->> 'sealed_code' as sealed from outbox.mails where template = 'step_up_code' order by created_at desc, id desc limit 1");
    return openSealedCode(rows[0]?.sealed ?? "");
  }

  /** Up to the picture to scan. `proven`: the code that proves the person; the mailed one unless another is given. */
  async function scan(who: Person, proven?: string): Promise<Phone> {
    const key = randomUUID();
    const { code } = await setUp(who, { intent: "send", key });
    await setUp(who, { intent: "confirm", key, step_up: code?.sealed ?? "", code: proven ?? (await mailedCode()) });
    const { scan: shown } = await setUpState(who.token);
    if (!shown) throw new Error("nothing to scan");
    const form = new FormData();
    form.set("step_up", shown.view.sealed);
    const authenticator = stepUp.authenticatorOf(form);
    if (!authenticator) throw new Error("no authenticator in the form");
    return { secret: openSecret(authenticator) };
  }

  async function first(who: Person, code: string, key = randomUUID()): Promise<Acted> {
    const { scan: shown } = await setUpState(who.token);
    return setUp(who, { intent: "first", key, step_up: shown?.view.sealed ?? "", code });
  }

  /** What the app shows now, or so many steps later. */
  const shows = ({ secret }: Phone, later = 0): string => codeAt(secret, BigInt(Math.floor(Date.now() / 30_000) + later));

  /** The recovery codes that the page shows after they were made. */
  function shownCodes(who: Person, phone: Phone): string[] {
    const kept = JSON.parse(readCodesCookie(request(who)) ?? "{}") as { key?: string };
    return recoveryCodes(phone.secret, kept.key ?? "");
  }

  /** From nothing to an authenticator in use, with its recovery codes. */
  async function enrol(who: Person, proven?: string): Promise<Phone & { recovery: string[] }> {
    const phone = await scan(who, proven);
    const { location, faults } = await first(who, shows(phone));
    if (location !== "/security/codes") throw new Error(`not in use: ${faults.join()}`);
    return { ...phone, recovery: shownCodes(who, phone) };
  }

  /** The person's codes of now count again, as half a minute later; no wrong code was typed. */
  async function later(): Promise<void> {
    await db.query("update identity.authenticators set last_step = 0, failures = 0");
    await db.query("delete from identity.rate_counters");
  }

  /** Opens a step-up and answers what the browser would post with a code. */
  async function begin(who: Person, purpose: AuthenticatorPurpose, context: string): Promise<(code: string, by?: Person) => Proof> {
    const begun = await stepUp.begin({ request: request(who), ip, token: who.token, purpose, context });
    keep(who, begun.headers);
    return (code, by = who) => {
      const form = new FormData();
      form.set("step_up", begun.view.sealed);
      form.set("code", code);
      const proof = stepUp.read(request(by), form);
      if (!proof) throw new Error("no step-up in the form");
      return proof;
    };
  }

  /** Another session of a member, in another browser. */
  async function another(email: string): Promise<Person> {
    const token = newToken();
    await db.query("select identity.issue_session($1, 'member', id, 1::smallint, '', '') from identity.members where email = $2", [token, email]);
    return person(token);
  }

  const waysOf = async (who: Person): Promise<string> => (await authStepUpWay(who.token)).way;

  const templates = async (email: string): Promise<string[]> =>
    (await db.query<{ template: string }>("select template from outbox.mails where to_email = $1 order by created_at, id", [email])).rows.map(({ template }) => template);

  return { ...world, person, request, setUp, codes, removal, scan, first, shows, shownCodes, enrol, later, begin, another, mailedCode, waysOf, templates };
}
