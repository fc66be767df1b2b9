import { useTranslation } from "react-i18next";

import type { StepUpView } from "~/auth/step-up";
import { Money } from "~/components/ui";
import type { PayoutCheck as Checked } from "~/db/payout.server";
import { isZero } from "~/money/format";
import { CheckAnswers } from "../check-answers";
import { CodedConfirm } from "../coded-confirm";
import { usePayoutFigures } from "./payout-figures";

type Props = { check: Checked; autofill: boolean; code: StepUpView | null; requestKey: string; answer: unknown };

/** The figures as they would be frozen now and, once asked for, the field of the code that was mailed for exactly these. */
export function PayoutCheck({ check, autofill, code, requestKey, answer }: Props) {
  const { t } = useTranslation(["payout", "member"]);
  const figures = usePayoutFigures();
  const { currency, gross, bank, destination, available_after, people_needed, why, parts, regime } = check;
  const values = { currency, amount: gross, destination: destination.id, ...(autofill ? { autofill: "on" } : {}) };
  const next = [t("payout:next.hold"), t("payout:next.approve", { count: people_needed }), isZero(bank) ? t("payout:next.atOnce") : t("payout:next.send"), t("payout:next.cancel")];
  return (
    <CheckAnswers
      key={code?.way ?? "check"}
      title={t("payout:new.title")}
      answers={[
        ...figures(check, why, parts, regime),
        autofill && parts.length === 0 ? { term: t("payout:figures.instalmentsNone"), value: t("payout:figures.nothingDue") } : null,
        { term: t("payout:figures.to"), value: destination.label, note: <span className="break-all">{[destination.account_name, destination.tail, destination.ifsc].filter(Boolean).join(" · ")}</span> },
        { term: t("payout:figures.after"), value: <Money amount={available_after} currency={currency} /> },
      ]}
      next={next}
    >
      <CodedConfirm code={code} values={values} requestKey={requestKey} label={t("payout:new.confirm")} answer={answer} />
    </CheckAnswers>
  );
}
