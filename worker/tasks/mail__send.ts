import { setTimeout as sleep } from "node:timers/promises";

import { openSealedCode } from "~/auth/code.server";
import { isProblem } from "~/db/db-error.server";
import { workerMailFailed, workerMailOpen, workerMailSent, workerSite, type MailSite, type OpenedMail } from "~/db/worker.server";
import { env } from "~/http/env.server";

import { renderMail, type RenderedMail } from "../../emails/render";
import type { TaskHandler } from "../task";

/** The clear code exists from here to the mail server and nowhere else. */
function clearProps({ props: { sealed_code, ...props } }: OpenedMail): Record<string, unknown> {
  return typeof sealed_code === "string" ? { ...props, code: openSealedCode(sealed_code) } : props;
}

type MailError = { code?: unknown; responseCode?: unknown; message?: unknown };
const told = (parts: unknown[]): string => parts.filter((part) => typeof part === "string" || typeof part === "number").join(" ");

/** For the mail's own row, where its address stands already: a mail server's answer likes to repeat it. */
const reasonOf = ({ code, responseCode, message }: MailError): string => told([code, responseCode, message]).slice(0, 300);

/** For the log, which names nobody. */
const briefReasonOf = ({ code, responseCode }: MailError): string => told([code, responseCode]) || "not rendered";

/** The mail is out: only the record of it is missing, and a lost record would send it again. */
async function recordSent(mail: OpenedMail, kept: RenderedMail | null): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await workerMailSent(mail.id, kept);
      return;
    } catch (error) {
      if (attempt === 6 || !isProblem(error) || error.code !== "unavailable") throw error;
      await sleep(250 * 2 ** attempt);
    }
  }
}

async function rendered(mail: OpenedMail, site: MailSite): Promise<RenderedMail> {
  const sender = { company: site.company, supportEmail: site.support_email, publicUrl: env().PUBLIC_URL };
  return renderMail(mail.template, clearProps(mail), mail.language, sender);
}

/**
 * Sends a mail once. A failure is written into its row, which also says when the next attempt is, so the job itself has
 * done its work either way; only when the database cannot be told does the job fail and come again.
 */
export const mailSend: TaskHandler<"mail__send"> = async ({ mail: id }, { log, mailer }) => {
  const mail = await workerMailOpen(id);
  if (!mail) return;
  const site = await workerSite();
  let content: RenderedMail;
  try {
    content = await rendered(mail, site);
    await mailer.send({ ...content, to: mail.to, messageId: mail.message_id, replyTo: site.support_email });
  } catch (error) {
    const { state, retry_at } = await workerMailFailed(id, reasonOf(error as MailError));
    log.warn({ mail: id, template: mail.template, attempt: mail.attempts + 1, state, retry_at, reason: briefReasonOf(error as MailError) }, "mail not sent");
    return;
  }
  await recordSent(mail, mailer.keeps ? content : null);
};
