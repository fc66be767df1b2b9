import { useTranslation } from "react-i18next";

import type { StepUpView } from "~/auth/step-up";
import { Money } from "~/components/ui";
import type { WithdrawalCheck as Checked } from "~/db/funding.server";
import { isZero } from "~/money/format";
import { CheckAnswers } from "./check-answers";
import { CodedConfirm } from "./coded-confirm";
import { useDestinationType, useWalletName } from "./names";

type Props = { check: Checked; code: StepUpView | null; requestKey: string; answer: unknown };

/** Every figure of a withdrawal and, once asked for, the field of the code that was mailed for exactly these. */
export function WithdrawalCheck({ check, code, requestKey, answer }: Props) {
  const { t } = useTranslation("member");
  const wallet = useWalletName()(check.wallet);
  const type = useDestinationType()(check.destination.type);
  const { amount, fee, total, currency, available_after, destination, people_needed } = check;
  const values = { wallet: check.wallet, currency, amount, destination: destination.id };
  return (
    <CheckAnswers
      key={code?.way ?? "check"}
      title={t("withdrawal.title")}
      answers={[
        { term: t("withdrawal.youReceive"), value: <Money amount={amount} currency={currency} /> },
        { term: t("withdrawal.fee"), value: isZero(fee) ? t("withdrawal.noFee") : <Money amount={fee} currency={currency} /> },
        { term: t("withdrawal.total"), value: <span className="font-strong"><Money amount={total} currency={currency} /></span> },
        { term: t("withdrawal.from"), value: wallet, note: <>{t("move.after")} <Money amount={available_after} currency={currency} /></> },
        { term: t("withdrawal.to"), value: destination.label, note: <span className="break-all">{destination.address ?? [destination.account_name, destination.tail, destination.ifsc].filter(Boolean).join(" · ")} ({type})</span> },
      ]}
      next={[t("withdrawal.next.hold"), t("withdrawal.next.approve", { count: people_needed }), t("withdrawal.next.send"), t("withdrawal.next.cancel")]}
    >
      <CodedConfirm code={code} values={values} requestKey={requestKey} label={t("withdrawal.confirm")} answer={answer} />
    </CheckAnswers>
  );
}
