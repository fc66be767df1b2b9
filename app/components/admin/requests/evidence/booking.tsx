import { useTranslation } from "react-i18next";

import { Card, DescriptionList, Money, StateBadge } from "~/components/ui";
import type { Evidence } from "../evidence.server";

/** A booking that a payment came in for, or that is to be cancelled: what of its price is paid, and from where. */
export function BookingEvidence({ evidence }: { evidence: Extract<Evidence, { kind: "booking_payment" | "booking_cancel" }> }) {
  const { t } = useTranslation("admin");
  const { booking } = evidence;
  const money = (amount: string) => <Money amount={amount} currency={booking.currency} />;
  return (
    <>
      {evidence.kind === "booking_payment" ? (
        <Card title={t("booking.payment")}>
          <DescriptionList
            items={[
              { term: t("booking.amount"), value: money(evidence.payment.amount) },
              { term: t("booking.transfer"), value: evidence.payment.transaction_reference ?? "" },
              { term: t("requests.state"), value: <StateBadge state={evidence.payment.state} /> },
            ]}
          />
        </Card>
      ) : null}
      <Card title={t("booking.title")}>
        <DescriptionList
          items={[
            { term: t("booking.reference"), value: booking.reference },
            { term: t("booking.vehicle"), value: booking.vehicle_name },
            { term: t("booking.price"), value: money(booking.price) },
            { term: t("booking.external"), value: money(booking.external) },
            { term: t("booking.emi"), value: money(booking.emi) },
            { term: t("booking.outstanding"), value: money(booking.outstanding) },
          ]}
        />
      </Card>
    </>
  );
}
