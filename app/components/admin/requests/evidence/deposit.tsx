import { FileText } from "lucide-react";
import { useTranslation } from "react-i18next";

import { Card, CopyValue, DescriptionList, Money, Notice, StateBadge, TimeText } from "~/components/ui";
import { useLabel } from "../../use-label";
import type { Evidence } from "../evidence.server";
import { MemberMoney } from "./member-money";

/** A claim that money arrived: what to look for in the account of the method, and the proof that came with it. */
export function DepositEvidence({ evidence: { deposit, method, wallets, earlier } }: { evidence: Extract<Evidence, { kind: "deposit" }> }) {
  const { t } = useTranslation("admin");
  const label = useLabel();
  return (
    <>
      <Card title={deposit.state === "pending" ? t("evidence.deposit") : t("evidence.depositDecided")}>
        <div className="flex flex-col gap-5">
          {deposit.state === "pending" ? <p className="text-sm text-quiet">{t("evidence.depositText", { method: method.name })}</p> : null}
          <DescriptionList
            items={[
              { term: t("evidence.claimed"), value: <Money amount={deposit.amount} currency={deposit.currency} /> },
              deposit.received ? { term: t("decide.received"), value: <Money amount={deposit.received} currency={deposit.currency} /> } : null,
              { term: t("evidence.method"), value: method.name, note: label("methodType", method.type) },
              method.address ? { term: t("evidence.ourAddress"), value: <code className="font-mono text-xs break-all">{method.address}</code> } : null,
              method.details?.account_number ? { term: t("evidence.ourAccount"), value: `${method.details.bank_name ?? ""} ${method.details.account_number}`.trim() } : null,
              { term: t("evidence.reference"), value: <CopyValue value={deposit.reference} label={t("evidence.reference")} /> },
              { term: t("evidence.transaction"), value: <CopyValue value={deposit.transaction_reference} label={t("evidence.transaction")} /> },
              { term: t("evidence.submitted"), value: <TimeText value={deposit.submitted_at} /> },
              { term: t("evidence.depositState"), value: <StateBadge state={deposit.state} /> },
            ]}
          />
          {deposit.file ? (
            <a
              href={`/admin/files/${deposit.file}`}
              download
              className="inline-flex min-h-11 items-center gap-2 self-start rounded-control border border-line-strong bg-surface px-4 text-sm font-strong hover:bg-sunken"
            >
              <FileText aria-hidden="true" className="size-4" />
              {t("evidence.proof")}
            </a>
          ) : (
            <Notice tone={deposit.state === "pending" ? "warning" : "info"}>{deposit.state === "pending" ? t("evidence.noProof") : t("evidence.noProofCame")}</Notice>
          )}
        </div>
      </Card>
      <MemberMoney wallets={wallets} facts={[{ term: t("evidence.earlier"), value: t("evidence.earlierCount", { approved: earlier.approved, rejected: earlier.rejected }) }]} />
    </>
  );
}
