import { setTimeout as sleep } from "node:timers/promises";

import { openSealedCode } from "~/auth/code.server";
import { isProblem } from "~/db/db-error.server";
import { workerMailFailed, workerMailOpen, workerMailSent, type OpenedMail } from "~/db/worker.server";
import { env } from "~/http/env.server";

import { renderMail, type RenderedMail } from "../../emails/render";
import type { TaskHandler } from "../task";

/** The clear code exists from here to the mail server and nowhere else. */
function clearProps({ sealed_code, ...props }: OpenedMail["mail"]["props"]): Record<string, unknown> {
  return typeof sealed_code === "string" ? { ...props, code: openSealedCode(sealed_code) } : props;
}

type MailError = { code?: unknown; responseCode?: unknown; message?: unknown };
const told = (parts: unknown[]): string => parts.filter((part) => typeof part === "string" || typeof part === "number").join(" ");

/** For the mail's own row, where its address stands already: a mail server's answer likes to repeat it. */
const reasonOf = ({ code, responseCode, message }: MailError): string => told([code, responseCode, message]).slice(0, 300);

/** For the log, which names nobody. */
const briefReasonOf = ({ code, responseCode }: MailError): string => told([code, responseCode]) || "not rendered";

/** The mail is out: only the record of it is missing, and a lost record would send it again. */
async function recordSent(id: string, kept: RenderedMail | null): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await workerMailSent(id, kept);
      return;
    } catch (error) {
      if (attempt === 6 || !isProblem(error) || error.code !== "unavailable") throw error;
      await sleep(250 * 2 ** attempt);
    }
  }
}

async function rendered({ mail, company, support_email }: OpenedMail): Promise<RenderedMail> {
  return renderMail(mail.template, clearProps(mail.props), mail.language, { company, supportEmail: support_email, publicUrl: env().PUBLIC_URL });
}

/**
 * Sends a mail once. A failure is written into its row, which also says when the next attempt is, so the job itself has
 * done its work either way; only when the database cannot be told does the job fail and come again.
 */
export const mailSend: TaskHandler<"mail__send"> = async ({ mail: id }, { log, mailer }) => {
  const opened = await workerMailOpen(id);
  if (!opened) return;
  const { mail, support_email } = opened;
  let content: RenderedMail;
  try {
    content = await rendered(opened);
    await mailer.send({ ...content, to: mail.to, messageId: mail.message_id, replyTo: support_email });
  } catch (error) {
    const { state, retry_at } = await workerMailFailed(id, reasonOf(error as MailError));
    log.warn({ mail: id, template: mail.template, attempt: mail.attempts + 1, state, retry_at, reason: briefReasonOf(error as MailError) }, "mail not sent");
    return;
  }
  await recordSent(id, mailer.keeps ? content : null);
};
