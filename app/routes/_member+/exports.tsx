/** Files about the member that were too long to be made at once: how far those are that are being made, and those that can be had. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { ExportList } from "~/components/exports/export-list";
import { useWalletName } from "~/components/member/names";
import type { MemberHandle } from "~/components/member/place";
import { Count, DateText, TimeText } from "~/components/ui";
import { memberExports } from "~/db/own-export.server";

export const handle: MemberHandle = { title: "member:exports.title", place: "more" };

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => {
    const { items, next } = await memberExports(token, new URL(request.url).searchParams.get("cursor"));
    return data({ items, next });
  });
}

export default function Exports() {
  const { t } = useTranslation("member");
  const walletName = useWalletName();
  const { items, next } = useLoaderData<typeof loader>();
  return (
    <ExportList
      title={t("exports.title")}
      lead={t("exports.lead")}
      crumbs={[{ label: t("more.title"), to: "/more" }, { label: t("exports.title") }]}
      at="/exports"
      items={items}
      next={next}
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
      ]}
      state={t("exports.state")}
      asked={t("exports.asked")}
      none={t("exports.none")}
      noneText={t("exports.noneText")}
    />
  );
}
