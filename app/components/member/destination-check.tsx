import { useTranslation } from "react-i18next";

import type { StepUpView } from "~/auth/step-up";
import { CheckAnswers } from "./check-answers";
import { CodedConfirm } from "./coded-confirm";
import { useDestinationType } from "./names";

type Shown = { type: string; label: string; address: string | null; account_name: string | null; account_number: string | null; ifsc: string | null };
type Props = { destination: Shown; code: StepUpView | null; coolingHours: number; requestKey: string; answer: unknown };

/** Where money may go from now on, letter by letter, and the field of the code that was mailed for exactly this. */
export function DestinationCheck({ destination, code, coolingHours, requestKey, answer }: Props) {
  const { t } = useTranslation("member");
  const type = useDestinationType()(destination.type);
  const values = Object.fromEntries(Object.entries(destination).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
  const exact = (value: string) => <code className="font-mono break-all">{value}</code>;
  return (
    <CheckAnswers
      key={code?.way ?? "check"}
      title={destination.label}
      answers={[
        { term: t("destinations.type"), value: type },
        destination.address ? { term: t("destinations.address"), value: exact(destination.address) } : null,
        destination.account_name ? { term: t("destinations.accountName"), value: destination.account_name } : null,
        destination.account_number ? { term: t("destinations.accountNumber"), value: exact(destination.account_number) } : null,
        destination.ifsc ? { term: t("destinations.ifsc"), value: exact(destination.ifsc) } : null,
      ]}
      next={[...(code && code.way !== "mail" ? [] : [t("destinations.next.code")]), t("destinations.next.cool", { count: coolingHours }), t("destinations.next.mail")]}
    >
      <CodedConfirm code={code} values={values} requestKey={requestKey} label={t("destinations.confirm")} answer={answer} />
    </CheckAnswers>
  );
}
