/** The member's link, rewards for bringing so many, whom it brought, and what each commission was computed from. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { MilestoneList } from "~/components/member/milestone-list";
import { CommissionTable, PeopleTable } from "~/components/member/referral-tables";
import type { MemberHandle } from "~/components/member/place";
import { Card, CopyValue, EmptyState, Money, Page, PageHeader, Pager, QrCode, Stat } from "~/components/ui";
import { qrPath } from "~/components/ui/qr.server";
import { memberReferrals } from "~/db/referral.server";
import { env } from "~/http/env.server";

export const handle: MemberHandle = { title: "member:referrals.title", place: "network" };

export function loader({ request }: LoaderFunctionArgs) {
  const cursor = new URL(request.url).searchParams.get("cursor");
  return withMember(request, async (token) => {
    const referrals = await memberReferrals(token, { cursor });
    const link = `${env().PUBLIC_URL}${referrals.link_path}`;
    return data({ referrals, link, code: qrPath(link) });
  });
}

export default function Referrals() {
  const { t } = useTranslation("member");
  const { referrals, link, code } = useLoaderData<typeof loader>();
  const { totals } = referrals;
  return (
    <Page>
      <PageHeader title={t("referrals.title")} lead={t("referrals.lead")} />
      <div className="grid items-start gap-6 md:grid-cols-[1.6fr_1fr]">
        <Card title={t("referrals.link")}>
          <div className="flex flex-wrap items-start gap-6">
            <QrCode code={code} label={t("referrals.link")} />
            <div className="flex min-w-0 grow basis-60 flex-col gap-3">
              <p className="text-sm text-quiet">{t("referrals.linkText")}</p>
              <CopyValue value={link} label={t("referrals.link")} />
              <p className="text-sm text-quiet">
                {t("referrals.code")} <strong className="text-ink">{referrals.code}</strong>
              </p>
            </div>
          </div>
        </Card>
        <div className="grid gap-4 sm:grid-cols-3 md:grid-cols-1">
          <Stat label={t("referrals.members")} value={<span className="numeral">{totals.members}</span>} to="#people" />
          <Sums label={t("referrals.earned")} sums={totals.earned} to="/wallet/movements?kind=referral" />
          <Sums label={t("referrals.awaiting")} sums={totals.awaiting} note={t("referrals.awaitingNote")} />
        </div>
      </div>
      {referrals.milestones.length > 0 ? (
        <Card title={t("milestone.title")} padded={false}>
          <p className="border-b border-line px-4 py-3 text-sm text-quiet sm:px-5">{t("milestone.lead", { count: referrals.active })}</p>
          <MilestoneList milestones={referrals.milestones} active={referrals.active} />
        </Card>
      ) : null}
      <Card title={t("referrals.commissions")} padded={false}>
        <CommissionTable
          commissions={referrals.commissions}
          empty={<EmptyState title={t("referrals.noCommissions.title")}>{t("referrals.noCommissions.text")}</EmptyState>}
        />
        <Pager next={referrals.next} />
      </Card>
      <div id="people" className="scroll-mt-20">
        <Card title={t("referrals.people")} padded={false}>
          <PeopleTable people={referrals.items} empty={<EmptyState title={t("referrals.noPeople.title")}>{t("referrals.noPeople.text")}</EmptyState>} />
        </Card>
      </div>
    </Page>
  );
}

/** Nothing earned yet is said in words: there is no currency to show a zero in. */
function Sums({ label, sums, note, to }: { label: string; sums: { amount: string; currency: string }[]; note?: string; to?: string }) {
  const { t } = useTranslation("member");
  return (
    <Stat
      label={label}
      value={sums.length === 0 ? <span className="text-quiet">{t("referrals.nothing")}</span> : sums.map((sum) => <div key={sum.currency}><Money {...sum} /></div>)}
      note={sums.length > 0 ? note : undefined}
      {...(to && sums.length > 0 ? { to } : {})}
    />
  );
}
