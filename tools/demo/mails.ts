/**
 * The mails of those weeks have all gone out; the last ones of each person lie in the mailbox, rendered, at the time at which they
 * were sent. Nothing is left for the worker, who would otherwise begin its day with hundreds.
 */
import { renderMail } from "../../emails/render";
import { env } from "../../app/http/env.server";
import type { World } from "./world";

/** Enough for a story to be read, few enough to be rendered while somebody waits for the first start. */
const keptPerPerson = 4;

type Kept = { id: string; template: string; language: string; props: Record<string, unknown>; company: string; support_email: string };

/** Mails are stamped with real time; the story's own time is the one that belongs on them. */
export async function stampMails({ admin }: World, at: Date, seedingSince: Date): Promise<void> {
  await admin.query("update outbox.mails set created_at = $1 where created_at >= $2", [at.toISOString(), seedingSince.toISOString()]);
}

export async function deliverMails({ admin, worker }: World): Promise<void> {
  const { rows } = await admin.query<Kept>(
    `select id, template, language, props, (select value from core.settings where key = 'company') as company,
            (select value from core.settings where key = 'support_email') as support_email
       from (select m.*, row_number() over (partition by m.to_email order by m.created_at desc, m.id desc) as place
               from outbox.mails m where m.state = 'queued' and m.template not in ('login_code', 'step_up_code')) m
      where place <= $1 order by created_at, id`,
    [keptPerPerson],
  );
  for (const { id, template, language, props, company, support_email } of rows) {
    const { subject, html, text } = await renderMail(template, props, language, { company, supportEmail: support_email, publicUrl: env().PUBLIC_URL });
    await worker.query("select desk.worker_mail_close(p_mail => $1::uuid, p_outcome => 'sent', p_error => null, p_subject => $2, p_html => $3, p_text => $4, p_keep => true)", [id, subject, html, text]);
  }
  await admin.query("update outbox.mails set state = 'sent', attempts = 1, props = props - 'sealed_code' where state = 'queued'");
  await admin.query("update outbox.mails set sent_at = created_at");
  await admin.query("update outbox.kept_mails k set kept_at = m.created_at from outbox.mails m where m.id = k.mail_id");
}
