import { data } from "@remix-run/node";

import { sandboxMailbox, type Mailbox } from "~/db/sandbox.server";
import { answerProblems } from "~/http/answer-problems.server";

import { sandboxOnly } from "./sandbox-only.server";

/** The page and its machine form show the same mails. */
const mailsShown = 100;

/** Newest first; with an address only the mails to it. */
export async function readMailbox(to: string | null): Promise<Mailbox["mails"]> {
  sandboxOnly();
  const address = to?.trim().toLowerCase();
  return (await answerProblems(() => sandboxMailbox(address || null, mailsShown))).mails;
}

/** One of them, or 404: an older mail than those is gone for the reader. */
export async function readKeptMail(id: string | undefined): Promise<Mailbox["mails"][number]> {
  const mail = (await readMailbox(null)).find((one) => one.id === id);
  if (!mail) throw data(null, { status: 404 });
  return mail;
}
