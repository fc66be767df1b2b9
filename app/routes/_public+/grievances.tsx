/** Whom to complain to, by when one is answered, and how that went, month by month. */
import { data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { RouteHandle } from "~/components/page-title";
import { Card, DataTable, DescriptionList, LinkButton, Page, PageHeader } from "~/components/ui";
import { publicGrievances } from "~/db/messaging.server";
import { answerProblems } from "~/http/answer-problems.server";
import { formatMonth, formatTime } from "~/money/dates";
import { formatCount } from "~/money/format";

export const handle: RouteHandle = { title: "public:grievances.title" };

export async function loader() {
  return data(await answerProblems(() => publicGrievances()));
}

export default function Grievances() {
  const { t, i18n } = useTranslation("public");
  const { officer, email, acknowledge_hours, resolve_months, as_of, months } = useLoaderData<typeof loader>();
  const number = (value: number) => <span className="numeral">{formatCount(String(value), i18n.language)}</span>;
  return (
    <Page>
      <PageHeader title={t("grievances.title")} lead={t("grievances.lead")} />
      <div className="grid items-start gap-6 md:grid-cols-2">
        <Card title={t("grievances.officer")}>
          <DescriptionList
            items={[
              { term: t("grievances.name"), value: officer },
              {
                term: t("contact.email"),
                value: (
                  <a className="link break-all" href={`mailto:${email}`}>
                    {email}
                  </a>
                ),
              },
              { term: t("grievances.acknowledged"), value: t("grievances.hours", { count: acknowledge_hours }) },
              { term: t("grievances.resolved"), value: t("grievances.months", { count: resolve_months }) },
            ]}
          />
        </Card>
        <Card title={t("grievances.how")}>
          <p className="text-sm">{t("grievances.howText")}</p>
          <div className="mt-4">
            <LinkButton to="/messages/new?kind=grievance" look="secondary">
              {t("grievances.open")}
            </LinkButton>
          </div>
        </Card>
      </div>
      <Card title={t("grievances.figures")} padded={false}>
        <DataTable
          caption={t("grievances.figures")}
          rows={months}
          rowKey={({ month }) => month}
          columns={[
            { key: "month", label: t("grievances.month"), kind: "title", cell: ({ month }) => formatMonth(month, i18n.language) },
            { key: "received", label: t("grievances.received"), kind: "number", cell: ({ received }) => number(received) },
            { key: "in_time", label: t("grievances.inTime"), kind: "number", cell: ({ in_time }) => number(in_time) },
            { key: "late", label: t("grievances.late"), kind: "number", cell: ({ late }) => number(late) },
            { key: "open", label: t("grievances.stillOpen"), kind: "number", cell: ({ open }) => number(open) },
          ]}
        />
        <p className="border-t border-line px-4 py-3 text-sm text-quiet sm:px-5">
          {t("grievances.note")} {t("coverage.asOf", { time: formatTime(as_of, i18n.language) })}
          {"."}
        </p>
      </Card>
    </Page>
  );
}
