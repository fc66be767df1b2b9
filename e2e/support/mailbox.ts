/** The demo's mailbox: what the worker has sent, as people would read it. */
import { setTimeout as sleep } from "node:timers/promises";

import { baseURL } from "./address";
import { hold } from "./lock";

export type Mail = { id: string; to: string; template: string; subject: string; html: string; text: string };

const patienceMs = 30_000;
const lookAgainMs = 200;

/** Newest first. */
export async function mailsTo(email: string): Promise<Mail[]> {
  const answer = await fetch(`${baseURL}/dev/mailbox.json?to=${encodeURIComponent(email)}`);
  const { mails } = (await answer.json()) as { mails: Mail[] };
  // Amounts are kept on one line by a no-break space.
  return mails.map((mail) => ({ ...mail, text: mail.text.replace(/\u00a0/g, " ") }));
}

/** A mail of this kind that is not among `seen`; waits for the worker. */
export async function mailTo(email: string, template: string, { seen = new Set<string>(), saying = "" } = {}): Promise<Mail> {
  for (const end = Date.now() + patienceMs; ; await sleep(lookAgainMs)) {
    const mails = await mailsTo(email);
    const found = mails.find((mail) => mail.template === template && !seen.has(mail.id) && mail.text.includes(saying));
    if (found) return found;
    if (Date.now() > end) throw new Error(`no mail "${template}" to ${email}; there are: ${mails.map((mail) => mail.template).join(", ") || "none"}`);
  }
}

export async function seenBy(email: string): Promise<Set<string>> {
  return new Set((await mailsTo(email)).map(({ id }) => id));
}

/** Two who sign in as one person at once would each take the code that was mailed to the other: from asking to using it is one's own. */
export async function withMailboxOf<Result>(email: string, act: (seen: Set<string>) => Promise<Result>): Promise<Result> {
  const release = await hold(email);
  try {
    return await act(await seenBy(email));
  } finally {
    release();
  }
}

/** The six digits of a login or step-up mail. */
export async function codeFor(email: string, template: "login_code" | "step_up_code", seen: Set<string>): Promise<string> {
  const { text } = await mailTo(email, template, { seen });
  const code = /(?<![\d.,-])\d{6}(?!\d)/.exec(text.replace(/(\d{3}) (\d{3})/g, "$1$2"))?.[0];
  if (!code) throw new Error(`no code in the mail: ${text}`);
  return code;
}
