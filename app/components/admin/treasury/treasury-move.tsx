import { useTranslation } from "react-i18next";

import { Money } from "~/components/ui";
import { isChecked } from "../check-answers";
import { CheckedForm } from "../checked-form";
import { useLabel } from "../use-label";
import { MoneyPage } from "./money-page";
import { TreasuryFields } from "./treasury-fields";
import type { treasuryChoices } from "./treasury-form.server";

type Loaded = { choices: Awaited<ReturnType<typeof treasuryChoices>>; chosen?: string; key: string };

/** Money into a treasury, or back out of it: the same form, told from where to where. */
export function TreasuryMove({ way, loaded: { choices, chosen, key }, answer }: { way: "fund" | "return"; loaded: Loaded; answer: unknown }) {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const { currency, currencies, methods } = choices;
  return (
    <MoneyPage title={t(`${way}.title`)} lead={t(`${way}.lead`)} currencies={currencies} currency={currency} choosing={!isChecked(answer)}>
      <CheckedForm
        answer={answer}
        requestKey={key}
        defaults={{ treasury: chosen, method: methods.length === 1 ? methods[0]?.id : undefined }}
        items={(values) => {
          const method = { term: t(`${way}.method`), value: methods.find(({ id }) => id === values.method)?.name ?? "" };
          const treasury = { term: t(`${way}.treasury`), value: label("treasury", values.treasury ?? "") };
          return [
            { term: t("requests.amount"), value: <Money amount={values.amount ?? ""} currency={currency} /> },
            ...(way === "fund" ? [method, treasury] : [treasury, method]),
            values.note ? { term: t("treasury.note"), value: values.note } : null,
          ];
        }}
        next={t(`${way}.next`)}
        confirm={t("treasury.ask")}
      >
        <TreasuryFields choices={choices} methodLabel={t(`${way}.method`)} />
      </CheckedForm>
    </MoneyPage>
  );
}
