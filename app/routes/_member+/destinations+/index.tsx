/** The address book: where money may go, and from when. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { useDestinationType } from "~/components/member/names";
import type { MemberHandle } from "~/components/member/place";
import { Receipt } from "~/components/member/receipt";
import { WalletTabs } from "~/components/member/wallet-tabs";
import { Card, DataTable, EmptyState, LinkButton, Notice, Page, PageHeader, StateBadge, TimeText } from "~/components/ui";
import { memberDestinations } from "~/db/funding.server";

export const handle: MemberHandle = { title: "member:destinations.title", place: "wallet" };

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data(await memberDestinations(token)));
}

export default function Destinations() {
  const { t } = useTranslation("member");
  const type = useDestinationType();
  const { destinations, cooling_hours } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const added = destinations.find(({ id }) => id === search.get("added"));
  return (
    <Page>
      <PageHeader
        title={t("destinations.title")}
        lead={t("destinations.lead", { count: cooling_hours })}
        actions={<LinkButton to="/destinations/new">{t("destinations.new")}</LinkButton>}
      />
      <WalletTabs />
      {added ? (
        <Receipt title={t("destinations.added", { label: added.label })} reference={null}>
          {added.usable ? t("destinations.readyNow") : <>{t("destinations.usableFrom")} <TimeText value={added.usable_at} />. {t("destinations.addedMail")}</>}
        </Receipt>
      ) : null}
      {search.has("removed") ? <Notice tone="success" live>{t("destinations.removed")}</Notice> : null}
      <Card padded={false}>
        <DataTable
          caption={t("destinations.title")}
          rows={destinations}
          rowKey={({ id }) => id}
          rowLink={({ id }) => `/destinations/${id}`}
          empty={
            <EmptyState title={t("destinations.empty.title")} action={<LinkButton to="/destinations/new" look="secondary">{t("destinations.new")}</LinkButton>}>
              {t("destinations.empty.text", { count: cooling_hours })}
            </EmptyState>
          }
          columns={[
            { key: "label", label: t("destinations.label"), kind: "title", cell: ({ label }) => label },
            { key: "type", label: t("destinations.type"), cell: (row) => type(row.type) },
            { key: "tail", label: t("destinations.account"), cell: ({ tail }) => <span className="numeral">{tail}</span> },
            {
              key: "usable",
              label: t("destinations.ready"),
              cell: ({ usable, usable_at }) =>
                usable ? <StateBadge state="usable" /> : <span className="inline-flex flex-wrap items-center gap-2"><StateBadge state="cooling" /> <TimeText value={usable_at} /></span>,
            },
          ]}
        />
      </Card>
    </Page>
  );
}
