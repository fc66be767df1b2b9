import { FileText } from "lucide-react";
import { useTranslation } from "react-i18next";

import { InstalmentTable } from "~/components/ev/instalment-table";
import { Card, CopyValue, DescriptionList, LinkButton, Money, Notice, StateBadge, TimeText } from "~/components/ui";
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
          <div className="flex flex-col gap-5">
            <DescriptionList
              items={[
                { term: t("booking.amount"), value: money(evidence.payment.amount) },
                { term: t("booking.transfer"), value: <CopyValue value={evidence.payment.transaction_reference ?? ""} label={t("booking.transfer")} /> },
                { term: t("evidence.submitted"), value: <TimeText value={evidence.payment.submitted_at} /> },
                { term: t("requests.state"), value: <StateBadge state={evidence.payment.state} /> },
              ]}
            />
            {evidence.payment.file ? (
              <a
                href={`/admin/files/${evidence.payment.file}`}
                download
                className="inline-flex min-h-11 items-center gap-2 self-start rounded-control border border-line-strong bg-surface px-4 text-sm font-strong hover:bg-sunken"
              >
                <FileText aria-hidden="true" className="size-4" />
                {t("evidence.proof")}
              </a>
            ) : (
              <Notice tone={evidence.payment.state === "pending" ? "warning" : "info"}>{evidence.payment.state === "pending" ? t("evidence.noProof") : t("evidence.noProofCame")}</Notice>
            )}
          </div>
        </Card>
      ) : null}
      <Card
        title={t("booking.title")}
        action={
          <LinkButton to={`/admin/bookings/${booking.id}`} look="quiet" compact>
            {t("booking.open")}
          </LinkButton>
        }
      >
        <DescriptionList
          items={[
            { term: t("booking.reference"), value: booking.reference },
            { term: t("requests.state"), value: <StateBadge state={booking.status} /> },
            { term: t("booking.vehicle"), value: booking.vehicle_name },
            { term: t("booking.price"), value: money(booking.price) },
            { term: t("booking.external"), value: money(booking.external) },
            { term: t("booking.emi"), value: money(booking.emi) },
            { term: t("booking.outstanding"), value: money(booking.outstanding) },
          ]}
        />
      </Card>
      {evidence.schedule.length > 0 ? (
        <Card title={t("booking.schedule")} padded={false}>
          <InstalmentTable instalments={evidence.schedule} currency={booking.currency} words={{ caption: t("booking.schedule"), due: t("booking.due"), amount: t("booking.amount"), paid: t("booking.paid") }} />
        </Card>
      ) : null}
    </>
  );
}
