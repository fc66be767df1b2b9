/** One booking: what of its price is paid, which instalments are due, every payment, and how to take it back. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withMember } from "~/auth/with-member.server";
import { InstalmentTable } from "~/components/ev/instalment-table";
import { PaymentTable } from "~/components/member/bookings/payment-table";
import { DangerAction } from "~/components/member/danger-action";
import type { MemberHandle } from "~/components/member/place";
import { Receipt } from "~/components/member/receipt";
import { Card, CardGrid, DateText, DescriptionList, EmptyState, LinkButton, Money, Notice, Page, PageHeader, Progress, Stat, StateBadge, TimeText } from "~/components/ui";
import { memberBooking, memberBookingCancel, memberBookingKeep } from "~/db/ev.server";
import { Form, Hidden, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";
import { shareOf } from "~/money/decimal";
import { isZero } from "~/money/format";

export const handle: MemberHandle<{ booking: { vehicle_name: string; reference: string } }> = {
  title: (loaded) => (loaded ? `${loaded.booking.vehicle_name} ${loaded.booking.reference}` : "ev:bookings.title"),
  place: "network",
};

const schema = () => z.object({ intent: z.enum(["cancel", "keep"]), key: requestKey() });

export function loader({ request, params }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data({ ...(await memberBooking(token, params.id ?? "")), key: newRequestKey() }));
}

export function action({ request, params }: ActionFunctionArgs) {
  const booking = params.id ?? "";
  return withMember(request, async (token) => {
    const submission = await readForm(request, schema());
    if (submission.status !== "success") return refuse(submission);
    const { intent, key } = submission.value;
    try {
      if (intent === "cancel") await memberBookingCancel(token, booking, key);
      else await memberBookingKeep(token, booking, key);
      return redirect(`/bookings/${booking}`);
    } catch (error) {
      return refuseProblem(submission, error);
    }
  });
}

export default function BookingPage() {
  const { t } = useTranslation("ev");
  const { booking, payments, schedule, least, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { id, currency, reference } = booking;
  const money = (amount: string) => <Money amount={amount} currency={currency} />;
  const late = schedule.filter(({ state }) => state === "late").length;
  const cancellable = booking.cancelled_at === null && booking.delivered_at === null;
  const pay = least === null ? null : <LinkButton to={`/bookings/${id}/pay`}>{t("pay.button")}</LinkButton>;
  return (
    <Page>
      <PageHeader
        title={booking.vehicle_name}
        aside={<StateBadge state={booking.status} />}
        crumbs={[{ label: t("bookings.title"), to: "/bookings" }, { label: reference }]}
        actions={pay}
      />
      {search.has("new") && booking.status === "draft" ? (
        <Receipt title={t("booking.made")} reference={reference}>
          {t("booking.madeText")}
        </Receipt>
      ) : null}
      {search.has("paid") ? (
        <Receipt title={t("pay.done")} reference={null}>
          {t("pay.doneText")}
        </Receipt>
      ) : null}
      {booking.cancelling ? <Notice tone="warning" title={t("cancel.waits")}>{t("cancel.waitsText")}</Notice> : null}
      {booking.status === "cancelled" ? <Notice tone="info" title={t("booking.cancelled")}>{isZero(booking.refund ?? "0") ? t("booking.cancelledNothing") : t("booking.cancelledText")}</Notice> : null}
      {booking.status === "refunded" ? <Notice tone="success">{t("booking.refunded")}</Notice> : null}
      {late > 0 ? <Notice tone="warning" title={t("schedule.late", { count: late })}>{t("schedule.lateText")}</Notice> : null}
      <CardGrid columns={3}>
        <Stat label={t("booking.price")} value={money(booking.price)} />
        <Stat label={t("booking.paid")} value={money(booking.paid)} note={isZero(booking.emi) ? undefined : <>{t("booking.ofThatEmi")} {money(booking.emi)}</>} to="#payments" />
        <Stat label={t("booking.outstanding")} value={money(booking.outstanding)} />
      </CardGrid>
      <Card>
        <Progress value={Math.floor(shareOf(booking.paid, booking.price) * 100)} max={100} label={t("booking.progress")}>
          {money(booking.paid)} {t("buyer.of")} {money(booking.price)}
        </Progress>
      </Card>
      <div className="grid items-start gap-6 md:grid-cols-[1.6fr_1fr]">
        <div className="flex min-w-0 flex-col gap-6">
          <Card title={t("schedule.title")} padded={false}>
            {schedule.length > 0 ? (
              <InstalmentTable instalments={schedule} currency={currency} words={{ caption: t("schedule.title"), due: t("schedule.due"), amount: t("schedule.amount"), paid: t("booking.paid") }} />
            ) : (
              <EmptyState title={booking.parts === null ? t("schedule.none") : t("schedule.later")}>{booking.parts === null ? t("schedule.noneText") : t("schedule.laterText", { count: booking.parts })}</EmptyState>
            )}
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Card title={t("booking.details")}>
            <DescriptionList
              items={[
                { term: t("booking.reference"), value: reference },
                { term: t("booking.bookedAt"), value: <TimeText value={booking.booked_at} /> },
                booking.opened_at ? { term: t("booking.openedAt"), value: <TimeText value={booking.opened_at} /> } : null,
                booking.first_due_on ? { term: t("booking.firstDue"), value: <DateText value={booking.first_due_on} /> } : null,
                booking.cancelled_at ? { term: t("booking.cancelledAt"), value: <TimeText value={booking.cancelled_at} /> } : null,
                booking.refund ? { term: t("booking.refund"), value: money(booking.refund) } : null,
                booking.refunded_at ? { term: t("booking.refundedAt"), value: <TimeText value={booking.refunded_at} /> } : null,
                booking.delivered_at ? { term: t("booking.deliveredAt"), value: <TimeText value={booking.delivered_at} /> } : null,
              ]}
            />
          </Card>
          {booking.cancelling ? (
            <Form answer={answer}>
              <Hidden name="intent" value="keep" />
              <RequestKey value={key} />
              <SubmitButton look="secondary">{t("cancel.keep")}</SubmitButton>
            </Form>
          ) : null}
          {cancellable && !booking.cancelling ? (
            <DangerAction summary={t("cancel.summary")} label={t("cancel.button")} intent="cancel" requestKey={key} answer={answer}>
              {t("cancel.text")}
            </DangerAction>
          ) : null}
        </div>
      </div>
      <div id="payments" className="scroll-mt-20">
        <Card title={t("payments.title")} padded={false}>
          <PaymentTable payments={payments} />
        </Card>
      </div>
    </Page>
  );
}
