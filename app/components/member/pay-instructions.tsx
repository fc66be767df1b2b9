import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Card, CopyValue, Notice, QrCode } from "~/components/ui";
import type { Method } from "~/db/funding.server";
import { useMethodType } from "./names";

type Props = { method: Method; reference: string; code: { size: number; path: string } | null };

/** Where to send the money, in four steps, with everything to copy where it is needed. */
export function PayInstructions({ method, reference, code }: Props) {
  const { t } = useTranslation("member");
  const network = useMethodType()(method.type);
  const bank = method.type === "BANK";
  const coin = coinOf(method.type);
  const way = bank ? "bank" : "chain";
  return (
    <Card title={t("pay.title")}>
      {bank ? null : (
        <div className="mb-5">
          <Notice tone="warning">{t("pay.onlyThis", { coin, network })}</Notice>
        </div>
      )}
      <ol className="flex flex-col gap-5">
        <Step number={1} title={t(`pay.${way}.one`)} />
        <Step number={2} title={bank ? t("pay.bank.two", { currency: method.currency }) : t("pay.chain.two", { coin })}>
          {bank ? <BankDetails method={method} /> : <Copied label={t("pay.address", { network })} value={method.address ?? ""} />}
          {code ? (
            <figure className="mt-3">
              <QrCode code={code} label={bank ? t("pay.upiQr") : t("pay.address", { network })} />
              <figcaption className="mt-1 text-xs text-quiet">{bank ? t("pay.scanUpi") : t("pay.scan")}</figcaption>
            </figure>
          ) : null}
        </Step>
        <Step number={3} title={t(`pay.${way}.three`)}>
          <Copied label={t("deposit.reference")} value={reference} />
        </Step>
        <Step number={4} title={t(`pay.${way}.four`)} />
      </ol>
      {method.instructions ? (
        <div className="mt-5 border-t border-line pt-4">
          <h3 className="text-sm font-strong">{t("pay.note")}</h3>
          <p className="mt-1 text-sm whitespace-pre-line text-quiet">{method.instructions}</p>
        </div>
      ) : null}
    </Card>
  );
}

/** What travels over a network: its own coin, or the token it carries. */
export function coinOf(type: Method["type"]): string {
  return type.split("_")[0] ?? type;
}

function Step({ number, title, children }: { number: number; title: string; children?: ReactNode }) {
  return (
    <li className="flex gap-3">
      <span aria-hidden="true" className="flex size-6 flex-none items-center justify-center rounded-full bg-accent-soft text-xs font-strong text-accent tabular-nums">
        {number}
      </span>
      <div className="min-w-0 grow">
        <p>{title}</p>
        {children ? <div className="mt-2">{children}</div> : null}
      </div>
    </li>
  );
}

function Copied({ label, value }: { label: string; value: string }) {
  return (
    <div className="min-w-0">
      <p className="mb-1 text-xs text-quiet">{label}</p>
      <CopyValue value={value} label={label} />
    </div>
  );
}

function BankDetails({ method }: { method: Method }) {
  const { t } = useTranslation("member");
  const { details } = method;
  const rows: [string, string | null | undefined][] = [
    [t("pay.accountName"), details?.account_name],
    [t("pay.accountNumber"), details?.account_number],
    [t("pay.bankName"), details?.bank_name],
    [t("pay.ifsc"), details?.ifsc],
    [t("pay.upi"), details?.upi_id],
  ];
  return (
    <div className="flex flex-col gap-3">
      {rows.map(([label, value]) => (value ? <Copied key={label} label={label} value={value} /> : null))}
    </div>
  );
}
