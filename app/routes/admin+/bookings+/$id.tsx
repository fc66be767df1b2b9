/** One booking: its money, and the steps that are staff's: handed over, refund sent. Payments and cancellations are decided in the queue. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { StaffPayments } from "~/components/admin/bookings/staff-payments";
import { line } from "~/components/admin/fields.server";
import { paramId } from "~/components/admin/param-id.server";
import { SaidNotice, saidPath } from "~/components/admin/said";
import { useMay } from "~/components/admin/use-staff";
import { InstalmentTable } from "~/components/ev/instalment-table";
import { Card, CardGrid, DescriptionList, EmptyState, LinkButton, Money, Notice, Page, PageHeader, Stat, StateBadge, TimeText } from "~/components/ui";
import { staffBooking, staffBookingDelivered, staffBookingRefunded } from "~/db/ev.server";
import { Field, Form, Hidden, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";
import { isZero } from "~/money/format";

export const handle = { title: (loaded: { booking: { reference: string } } | undefined) => loaded?.booking.reference ?? "admin:bookings.title" };

const schema = () =>
  z.discriminatedUnion("step", [
    z.object({ step: z.literal("delivered"), key: requestKey() }),
    z.object({ step: z.literal("refunded"), transaction_reference: line("transaction_reference_missing", 120), key: requestKey() }),
  ]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data({ ...(await staffBooking(token, paramId(params))), key: newRequestKey() }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, schema());
  if (submission.status !== "success") return refuse(submission);
  return withSession(request, async () => {
    const booking = paramId(params);
    const asked = submission.value;
    try {
      if (asked.step === "delivered") await staffBookingDelivered(token, booking, asked.key);
      else await staffBookingRefunded(token, booking, asked.transaction_reference, asked.key);
      return redirect(saidPath(`/admin/bookings/${booking}`, asked.step === "delivered" ? "delivered" : "refunded"));
    } catch (error) {
      return refuseProblem(submission, error);
    }
  });
}

export default function Booking() {
  const { t } = useTranslation("admin");
  const may = useMay();
  const { booking, payments, schedule, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { currency, reference, status } = booking;
  const money = (amount: string) => <Money amount={amount} currency={currency} />;
  const refund = booking.refund ?? "0";
  const refundable = status === "cancelled" && !isZero(refund);
  return (
    <Page>
      <PageHeader title={t("bookings.titleOf", { reference })} crumbs={[{ label: t("bookings.title"), to: "/admin/bookings" }, { label: reference }]} aside={<StateBadge state={status} />} />
      <SaidNotice />
      {booking.cancelling && booking.cancel_request ? (
        <Notice tone="warning" title={t("bookings.cancelling")}>
          <Link to={`/admin/requests/${booking.cancel_request}`} className="link">
            {t("bookings.openRequest")}
          </Link>
        </Notice>
      ) : null}
      <CardGrid columns={4}>
        <Stat label={t("booking.price")} value={money(booking.price)} />
        <Stat label={t("booking.external")} value={money(booking.external)} />
        <Stat label={t("booking.emi")} value={money(booking.emi)} />
        <Stat label={t("booking.outstanding")} value={money(booking.outstanding)} />
      </CardGrid>
      <div className="grid items-start gap-6 md:grid-cols-[1.6fr_1fr]">
        <div className="flex min-w-0 flex-col gap-6 md:order-1">
          <Card title={t("booking.schedule")} padded={false}>
            {schedule.length > 0 ? (
              <InstalmentTable instalments={schedule} currency={currency} words={{ caption: t("booking.schedule"), due: t("booking.due"), amount: t("booking.amount"), paid: t("booking.paid") }} />
            ) : (
              <EmptyState title={t("bookings.noSchedule")} />
            )}
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-6 md:order-2">
          {refundable ? (
            <Card title={t("bookings.refundTitle")}>
              <p className="mb-4 text-sm">
                {t("bookings.refundText")} {money(refund)}
              </p>
              {may("bookings.refund") ? (
                <Form answer={answer} id="refunded">
                  <Hidden name="step" value="refunded" />
                  <Field name="transaction_reference" label={t("send.transaction")} hint={t("send.transactionHint")} autoComplete="off" spellCheck={false} maxLength={120} />
                  <RequestKey value={key} />
                  <SubmitButton>{t("bookings.refundSent")}</SubmitButton>
                </Form>
              ) : null}
            </Card>
          ) : null}
          {status === "paid" && may("bookings.write") ? (
            <Card title={t("bookings.deliverTitle")}>
              <p className="mb-4 text-sm">{t("bookings.deliverText")}</p>
              <Form answer={answer} id="delivered">
                <Hidden name="step" value="delivered" />
                <RequestKey value={key} />
                <SubmitButton>{t("bookings.delivered")}</SubmitButton>
              </Form>
            </Card>
          ) : null}
          <Card title={t("booking.title")}>
            <DescriptionList
              items={[
                {
                  term: t("withdrawals.member"),
                  value: may("members.read") ? (
                    <LinkButton to={`/admin/members/${booking.member.id}`} look="quiet" compact className="-mr-3">
                      {booking.member.name}
                    </LinkButton>
                  ) : (
                    booking.member.name
                  ),
                },
                { term: t("booking.vehicle"), value: booking.vehicle_name },
                { term: t("bookings.on"), value: <TimeText value={booking.booked_at} /> },
                booking.opened_at ? { term: t("bookings.openedAt"), value: <TimeText value={booking.opened_at} /> } : null,
                booking.cancelled_at ? { term: t("bookings.cancelledAt"), value: <TimeText value={booking.cancelled_at} /> } : null,
                booking.refund ? { term: t("bookings.refund"), value: money(booking.refund) } : null,
                booking.refunded_at ? { term: t("bookings.refundedAt"), value: <TimeText value={booking.refunded_at} />, note: booking.refund_reference } : null,
                booking.delivered_at ? { term: t("bookings.deliveredAt"), value: <TimeText value={booking.delivered_at} /> } : null,
              ]}
            />
          </Card>
        </div>
      </div>
      <Card title={t("bookings.payments")} padded={false}>
        <StaffPayments payments={payments} />
      </Card>
    </Page>
  );
}
