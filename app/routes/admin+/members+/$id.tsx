/** One member: who, what they have, what is held, what they asked for and what moved last. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { HoldTable, WalletTable } from "~/components/admin/member/money-tables";
import { DepositTable, InvestmentTable, WithdrawalTable } from "~/components/admin/member/business-tables";
import { MovementTable } from "~/components/admin/member/movement-table";
import { Profile } from "~/components/admin/member/profile";
import { paramId } from "~/components/admin/param-id.server";
import { useMay } from "~/components/admin/use-staff";
import { Card, LinkButton, Page, PageHeader, StateBadge } from "~/components/ui";
import { staffMember } from "~/db/office.server";

export const handle = { title: (loaded: { member: { name: string | null; email: string } } | undefined) => loaded?.member.name ?? "admin:members.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data(await staffMember(token, paramId(params))));
}

export default function Member() {
  const { t } = useTranslation("admin");
  const may = useMay();
  const loaded = useLoaderData<typeof loader>();
  const { member, wallets, holds, investments, deposits, withdrawals, recent } = loaded;
  const name = member.name ?? member.email;
  return (
    <Page>
      <PageHeader title={name} crumbs={[{ label: t("members.title"), to: "/admin/members" }, { label: name }]} aside={<StateBadge state={member.status} />} />
      <div className="grid items-start gap-6 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Card title={t("member.wallets")} padded={false}>
          <WalletTable wallets={wallets} />
        </Card>
        <Profile loaded={loaded} />
      </div>
      {holds.length > 0 ? (
        <Card title={t("member.holds")} padded={false}>
          <HoldTable holds={holds} />
        </Card>
      ) : null}
      <Card title={t("member.investments")} padded={false}>
        <InvestmentTable investments={investments} />
      </Card>
      <Card title={t("member.deposits")} padded={false}>
        <DepositTable deposits={deposits} />
      </Card>
      <Card title={t("member.withdrawals")} padded={false}>
        <WithdrawalTable withdrawals={withdrawals} />
      </Card>
      <Card title={t("member.recent")} padded={false}>
        <MovementTable movements={recent} />
      </Card>
      <div className="flex flex-wrap gap-3">
        {may("members.recover") && !["closed", "claimed"].includes(member.status) ? (
          <LinkButton to={`/admin/members/${member.id}/recovery`} look="secondary">
            {t("recovery.title")}
          </LinkButton>
        ) : null}
        {may("claims.write") || (may("claims.read") && member.status === "claimed") ? (
          <LinkButton to={`/admin/members/${member.id}/claim`} look="secondary">
            {t("claim.title")}
          </LinkButton>
        ) : null}
      </div>
    </Page>
  );
}
