/** One payout: its frozen figures, where it goes, and what is left to say about it: paid, returned, or taken back whole. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { paramId } from "~/components/admin/param-id.server";
import { payoutSchema } from "~/components/admin/payouts/payout-form.server";
import { ClosePayout, ReversePayout } from "~/components/admin/payouts/payout-steps";
import { SaidNotice, saidPath } from "~/components/admin/said";
import { useMay } from "~/components/admin/use-staff";
import { Card, CopyValue, DateText, DescriptionList, Money, Page, PageHeader, StateBadge, TimeText, Tracker } from "~/components/ui";
import { staffPayout, staffPayoutPaid, staffPayoutReturned, staffPayoutReverse } from "~/db/payout.server";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem } from "~/forms/submission.server";
import { formatMoney, formatPercent, isZero } from "~/money/format";

export const handle = { title: (loaded: { payout: { reference: string } } | undefined) => loaded?.payout.reference ?? "admin:payouts.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data({ ...(await staffPayout(token, paramId(params))), key: newRequestKey() }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, payoutSchema());
  if (submission.status !== "success") return refuse(submission);
  const asked = submission.value;
  return withSession(request, async () => {
    const payout = paramId(params);
    const here = `/admin/payouts/${payout}`;
    try {
      if (asked.step === "paid") {
        await staffPayoutPaid(token, payout, asked.key);
        return redirect(saidPath(here, "confirmed"));
      }
      if (asked.step === "returned") {
        await staffPayoutReturned(token, payout, asked.reason, asked.key);
        return redirect(saidPath(here, "returned"));
      }
      await staffPayoutReverse(token, payout, asked.reason, asked.key);
      return redirect(saidPath(here, "reversed"));
    } catch (error) {
      return refuseProblem(submission, error);
    }
  });
}

export default function PayoutPage() {
  const { t, i18n } = useTranslation("admin");
  const may = useMay();
  const { payout, why, posted_on, file_id, tracker, request, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { currency, state, parts, member, destination } = payout;
  const closes = state === "sent" && may("payouts.send");
  const money = (amount: string) => <Money amount={amount} currency={currency} />;
  const copy = (term: string, value: string | null) => (value ? { term, value: <CopyValue value={value} label={term} /> } : null);
  const rule = why ? t(why.cap === null ? "payouts.rate" : `payouts.cap.${why.scope}`, { rate: formatPercent(why.rate, i18n.language), cap: why.cap ? `${formatMoney(why.cap, currency, i18n.language)} ${currency}` : "" }) : t("payouts.noRule");
  return (
    <Page>
      <PageHeader title={t("payouts.titleOf", { reference: payout.reference })} crumbs={[{ label: t("payouts.title"), to: "/admin/payouts" }, { label: payout.reference }]} aside={<StateBadge state={state} />} />
      <SaidNotice />
      <div className="grid items-start gap-6 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-6">
          {closes ? <ClosePayout answer={answer} payout={payout} requestKey={key} /> : null}
          <Card title={t("payouts.figures")}>
            <DescriptionList
              items={[
                { term: t("payout.gross"), value: money(payout.gross) },
                { term: t("payout.tax"), value: money(payout.tax), note: rule },
                ...parts.map(({ booking, reference, amount }) => ({
                  term: may("bookings.read") ? <Link to={`/admin/bookings/${booking}`} className="link">{t("payout.emi", { reference })}</Link> : t("payout.emi", { reference }),
                  value: money(amount),
                })),
                { term: t("payout.bank"), value: <span className="font-strong">{isZero(payout.bank) ? t("payout.nothing") : money(payout.bank)}</span> },
              ]}
            />
          </Card>
          <Card title={t("payouts.account")}>
            <DescriptionList
              items={[
                { term: t("destination.label"), value: destination.label },
                copy(t("method.accountName"), destination.account_name),
                copy(t("method.accountNumber"), destination.account_number),
                copy(t("method.ifsc"), destination.ifsc),
              ]}
            />
          </Card>
          <Card title={t("withdrawals.details")}>
            <DescriptionList
              items={[
                { term: t("withdrawals.member"), value: may("members.read") ? <Link to={`/admin/members/${member.id}`} className="link">{member.name}</Link> : member.name },
                { term: t("withdrawals.requested"), value: <TimeText value={payout.requested_at} /> },
                posted_on ? { term: t("payouts.taxedOn"), value: <DateText value={posted_on} /> } : null,
                payout.reason ? { term: t("withdrawals.reason"), value: payout.reason } : null,
                payout.file ? { term: t("payouts.file"), value: file_id && may("payouts.send") ? <Link to={`/admin/payouts/files/${file_id}`} className="link">{payout.file}</Link> : payout.file } : null,
                request && may("requests.read") ? { term: t("withdrawals.decision"), value: <Link to={`/admin/requests/${request}`} className="link">{t("withdrawals.openDecision")}</Link> } : null,
              ]}
            />
          </Card>
          <ReversePayout answer={answer} payout={payout} requestKey={key} />
        </div>
        <Card title={t("withdrawals.progress")}>
          <Tracker steps={tracker} />
        </Card>
      </div>
    </Page>
  );
}
