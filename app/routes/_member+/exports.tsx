/** Files about the member that were too long to be made at once: how far those are that are being made, and those that can be had. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { ExportState, useLookAgain } from "~/components/exports/export-state";
import { useWalletName } from "~/components/member/names";
import type { MemberHandle } from "~/components/member/place";
import { Card, Count, DataTable, DateText, EmptyState, LinkButton, Notice, Page, PageHeader, Pager, TimeText } from "~/components/ui";
import { memberExports } from "~/db/own-export.server";

export const handle: MemberHandle = { title: "member:exports.title", place: "more" };

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => {
    const { items, next } = await memberExports(token, new URL(request.url).searchParams.get("cursor"));
    return data({ items, next });
  });
}

export default function Exports() {
  const { t } = useTranslation(["member", "common"]);
  const walletName = useWalletName();
  const { items, next } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const busy = items.some(({ state }) => state === "waiting" || state === "running");
  useLookAgain(busy);
  return (
    <Page>
      <PageHeader
        title={t("exports.title")}
        lead={t("exports.lead")}
        crumbs={[{ label: t("more.title"), to: "/more" }, { label: t("exports.title") }]}
        actions={busy ? <LinkButton to="/exports" look="secondary">{t("common:made.again")}</LinkButton> : undefined}
      />
      {search.get("asked") ? (
        <Notice tone="success" live>
          {t("exports.asked")}
        </Notice>
      ) : null}
      <Card padded={false}>
        <DataTable
          caption={t("exports.title")}
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "what",
              label: t("exports.what"),
              kind: "title",
              cell: ({ report, wallet, currency }) => [t(`exports.${report}`), wallet ? walletName(wallet) : null, currency].filter(Boolean).join(", "),
            },
            { key: "days", label: t("exports.days"), cell: ({ from, until }) => (from && until ? <span><DateText value={from} /> – <DateText value={until} /></span> : "–") },
            { key: "format", label: t("exports.format"), cell: ({ format }) => format.toUpperCase() },
            { key: "rows", label: t("exports.rows"), kind: "number", cell: ({ total }) => <Count value={total} /> },
            { key: "asked", label: t("exports.askedAt"), cell: ({ asked_at }) => <TimeText value={asked_at} /> },
            { key: "state", label: t("exports.state"), cell: (made) => <ExportState made={made} at="/exports" /> },
          ]}
          empty={<EmptyState title={t("exports.none")}>{t("exports.noneText")}</EmptyState>}
        />
        <Pager next={next} />
      </Card>
    </Page>
  );
}
