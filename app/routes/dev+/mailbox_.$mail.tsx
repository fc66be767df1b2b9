import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { RouteHandle } from "~/components/page-title";
import { Card, DescriptionList, Page, PageHeader, TimeText } from "~/components/ui";
import { readKeptMail } from "~/dev/mailbox.server";

// Without data when the mail is not there any more.
export const handle: RouteHandle<{ mail: { subject: string | null } } | undefined> = { title: (found) => found?.mail.subject ?? "mail:mailbox.title" };

export async function loader({ params }: LoaderFunctionArgs) {
  const { id, to, subject, text, sent_at } = await readKeptMail(params.mail);
  return data({ mail: { id, to, subject, text, sent_at } });
}

export default function KeptMail() {
  const { t } = useTranslation("mail");
  const { mail } = useLoaderData<typeof loader>();
  const subject = mail.subject ?? "";
  return (
    <Page>
      <PageHeader title={subject} crumbs={[{ label: t("mailbox.title"), to: "/dev/mailbox" }, { label: subject }]} />
      <Card>
        <DescriptionList
          items={[
            { term: t("mailbox.to"), value: mail.to },
            mail.sent_at ? { term: t("mailbox.sent"), value: <TimeText value={mail.sent_at} /> } : null,
          ]}
        />
      </Card>
      <Card title={t("mailbox.html")} padded={false}>
        <iframe
          title={t("mailbox.frame", { subject })}
          src={`/dev/mailbox/${mail.id}/html`}
          sandbox="allow-popups allow-top-navigation-by-user-activation"
          className="block h-[44rem] w-full rounded-b-card border-0"
        />
      </Card>
      <Card title={t("mailbox.text")}>
        <div className="text-sm break-words whitespace-pre-wrap">{withLinks(mail.text ?? "")}</div>
      </Card>
    </Page>
  );
}

/** The addresses in the text version, which stand at the end of their line, as links: it is how mail programs show it. */
function withLinks(text: string) {
  return text.split(/(https?:\/\/\S+[^\s.,])/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={part} className="link break-all">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
