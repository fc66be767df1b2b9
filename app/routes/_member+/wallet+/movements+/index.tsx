/** All movements of the member's wallets, newest first. The filters are the address, so a list can be kept and shared. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { readMovementFilter, movementKinds } from "~/components/member/movement-filter";
import { MovementTable } from "~/components/member/movement-table";
import { useMovementName, useWalletName } from "~/components/member/names";
import type { MemberHandle } from "~/components/member/place";
import { WalletTabs } from "~/components/member/wallet-tabs";
import { Card, EmptyState, FilterBar, LinkButton, Page, PageHeader, Pager } from "~/components/ui";
import { memberMovements } from "~/db/ledger.server";

export const handle: MemberHandle = { title: "member:movements.title" };

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  return withMember(request, async (token) => data(await memberMovements(token, readMovementFilter(searchParams), { cursor: searchParams.get("cursor") })));
}

export default function Movements() {
  const { t } = useTranslation("member");
  const { items, next } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const kind = useMovementName();
  const wallet = useWalletName();
  const exported = new URLSearchParams(search);
  exported.delete("cursor");
  const filtered = [...exported.values()].some(Boolean);
  return (
    <Page>
      <PageHeader
        title={t("movements.title")}
        lead={t("movements.lead")}
        actions={
          <LinkButton to={`/resources/movements?${exported.toString()}`} reloadDocument look="secondary" download>
            {t("movements.export")}
          </LinkButton>
        }
      />
      <WalletTabs />
      <FilterBar
        filters={[
          { name: "wallet", label: t("movements.wallet"), type: "select", options: ["DEPOSIT", "INTEREST", "EARNINGS", "INVESTED"].map((value) => ({ value, label: wallet(value) })) },
          { name: "kind", label: t("movements.kind"), type: "select", options: movementKinds.map((value) => ({ value, label: kind(value) })) },
          { name: "from", label: t("movements.from"), type: "date" },
          { name: "to", label: t("movements.to"), type: "date" },
        ]}
      />
      <Card padded={false}>
        <MovementTable
          caption={t("movements.title")}
          movements={items}
          empty={
            filtered ? (
              <EmptyState title={t("movements.noMatch.title")}>{t("movements.noMatch.text")}</EmptyState>
            ) : (
              <EmptyState title={t("movements.empty.title")} action={<LinkButton to="/deposits/new" look="secondary">{t("home.deposit")}</LinkButton>}>
                {t("movements.empty.text")}
              </EmptyState>
            )
          }
        />
        <Pager next={next} />
      </Card>
    </Page>
  );
}
