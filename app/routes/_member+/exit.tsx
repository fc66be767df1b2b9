/** What could leave today, and what is locked until when: every unit in the wallets once, and what would still come beside it. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { ExitCurrencyCards } from "~/components/member/exit/currency";
import { HoldTable } from "~/components/member/hold-table";
import { PausedNotice } from "~/components/member/paused-notice";
import type { MemberHandle } from "~/components/member/place";
import { Card, EmptyState, LinkButton, Page, PageHeader, TimeText } from "~/components/ui";
import { memberExit } from "~/db/ledger-statement.server";

export const handle: MemberHandle = { title: "member:exit.title", place: "wallet" };

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data(await memberExit(token)));
}

export default function ExitPage() {
  const { t } = useTranslation("member");
  const { as_of, paused, currencies, holds, destinations } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={t("exit.title")} lead={t("exit.lead")} actions={<LinkButton to="/withdrawals/new">{t("wallet.withdraw")}</LinkButton>} />
      <p className="text-sm text-quiet">
        {t("exit.asOf")} <TimeText value={as_of} />
      </p>
      <PausedNotice paused={paused} />
      {currencies.length === 0 ? (
        <Card padded={false}>
          <EmptyState title={t("exit.empty.title")} action={<LinkButton to="/deposits/new">{t("home.deposit")}</LinkButton>}>
            {t("exit.empty.text")}
          </EmptyState>
        </Card>
      ) : (
        <>
          <p className="max-w-[44rem] text-sm">
            {destinations.usable > 0 ? t("exit.destinations", { count: destinations.usable }) : destinations.next_at ? t("exit.destinationFrom") : t("exit.noDestination")}{" "}
            {destinations.usable === 0 && destinations.next_at ? <TimeText value={destinations.next_at} /> : null}{" "}
            <Link to="/destinations" className="link">
              {t("exit.openDestinations")}
            </Link>
          </p>
          {currencies.map((one) => (
            <ExitCurrencyCards key={one.currency} exit={one} />
          ))}
          <Card title={t("wallet.holds.title")} padded={false}>
            <HoldTable holds={holds} empty={<EmptyState title={t("wallet.holds.empty")}>{t("wallet.holds.emptyText")}</EmptyState>} />
          </Card>
        </>
      )}
    </Page>
  );
}
