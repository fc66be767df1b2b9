/** Every seal of the books with its root, for anybody to keep. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { olderThan, readBefore } from "~/components/public/seal-pages";
import { Card, Count, DataTable, EmptyState, Page, PageHeader, Pager, TimeText } from "~/components/ui";
import type { RouteHandle } from "~/components/page-title";
import { publicSeals } from "~/db/public.server";
import { answerProblems } from "~/http/answer-problems.server";

export const handle: RouteHandle = { title: "public:seals.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const { seals, count, closed_until } = await answerProblems(() => publicSeals(readBefore(request)));
  return data({ seals, count, closed_until, next: olderThan(seals) });
}

export default function Seals() {
  const { t } = useTranslation("public");
  const { seals, count, closed_until, next } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={t("seals.title")} lead={t("seals.lead")} />
      {closed_until ? (
        <p className="text-sm text-quiet">
          {t("seals.closed")} <TimeText value={closed_until} />
        </p>
      ) : null}
      <ul className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
        <li>
          <Link to="/verify" className="link inline-block py-1">
            {t("seals.verify")}
          </Link>
        </li>
        <li>
          <a href="/seals.txt" className="link inline-block py-1">
            {t("seals.plain")}
          </a>
        </li>
        <li>
          <a href="/seals.md" className="link inline-block py-1">
            {t("seals.docs")}
          </a>
        </li>
      </ul>
      <Card title={t("seals.list", { count })} padded={false}>
        <DataTable
          caption={t("seals.title")}
          rows={seals}
          rowKey={({ number }) => number}
          columns={[
            { key: "number", label: t("seals.number"), kind: "title", phoneLabel: t("seals.number"), cell: ({ number }) => <span className="tabular-nums">{t("seals.name", { number })}</span> },
            { key: "time", label: t("seals.time"), cell: ({ sealed_at }) => <TimeText value={sealed_at} /> },
            { key: "journals", label: t("seals.journals"), kind: "number", cell: ({ journals }) => <Count value={journals} /> },
            { key: "root", label: t("seals.root"), cell: ({ root }) => <code className="min-w-0 font-mono text-xs break-all select-all">{root}</code> },
          ]}
          empty={<EmptyState title={t("seals.emptyTitle")}>{t("seals.emptyText")}</EmptyState>}
        />
        <Pager next={next} param="before" />
      </Card>
    </Page>
  );
}
