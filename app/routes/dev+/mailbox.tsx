import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { RouteHandle } from "~/components/page-title";
import { Card, DataTable, EmptyState, FilterBar, Page, PageHeader, TimeText } from "~/components/ui";
import { useLookAgain } from "~/components/use-look-again";
import { readMailbox } from "~/dev/mailbox.server";

export const handle: RouteHandle = { title: "mail:mailbox.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const to = new URL(request.url).searchParams.get("to");
  const mails = await readMailbox(to);
  // The contents are read one mail at a time; a hundred of them would make this page megabytes.
  return data({ to, mails: mails.map(({ id, to: address, subject, sent_at }) => ({ id, to: address, subject, sent_at })) });
}

export default function MailboxPage() {
  const { t } = useTranslation("mail");
  const { to, mails } = useLoaderData<typeof loader>();
  useLookAgain(true);
  return (
    <Page>
      <PageHeader title={t("mailbox.title")} lead={t("mailbox.lead")} />
      <FilterBar filters={[{ name: "to", label: t("mailbox.filter"), type: "search", placeholder: t("mailbox.filterHint") }]} />
      <Card padded={false}>
        <DataTable
          caption={t("mailbox.title")}
          rows={mails}
          rowKey={(mail) => mail.id}
          rowLink={(mail) => `/dev/mailbox/${mail.id}`}
          columns={[
            { key: "subject", label: t("mailbox.subject"), kind: "title", cell: (mail) => mail.subject },
            { key: "to", label: t("mailbox.to"), cell: (mail) => <span className="break-all">{mail.to}</span> },
            { key: "sent", label: t("mailbox.sent"), cell: (mail) => (mail.sent_at ? <TimeText value={mail.sent_at} /> : null) },
          ]}
          empty={<EmptyState title={to ? t("mailbox.emptyFor", { to }) : t("mailbox.empty")}>{t("mailbox.emptyText")}</EmptyState>}
        />
      </Card>
    </Page>
  );
}
