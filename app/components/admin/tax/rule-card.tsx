import { useTranslation } from "react-i18next";

import { Badge, Card, Count, DateText, DescriptionList, Percent } from "~/components/ui";
import type { TaxRuleRow } from "~/db/tax.server";
import { Field, Form, Hidden, RequestKey, SubmitButton } from "~/forms";
import { Disclosure } from "../disclosure";

type Props = { rule: TaxRuleRow; today: string; inForce: boolean; mayEnd: boolean; requestKey: string; answer: object | undefined };

/** One dated rule with every figure, and the form that says its last day; nothing else of it ever changes. */
export function RuleCard({ rule, today, inForce, mayEnd, requestKey, answer }: Props) {
  const { t } = useTranslation("admin");
  const { regime, scope, from_on, until_on, no_pan_rate, threshold, cap } = rule;
  const over = until_on !== null && until_on < today;
  const family = t(regime === "IN" ? "tax.families.IN_per_tax_year" : `tax.families.SEED_${scope}`);
  return (
    <Card
      title={
        <>
          {family}, {t("tax.since")} <DateText value={from_on} />
        </>
      }
      action={over ? <Badge>{t("tax.over")}</Badge> : from_on > today ? <Badge tone="info">{t("tax.later")}</Badge> : inForce ? <Badge tone="success">{t("tax.inForce")}</Badge> : <Badge>{t("tax.notUsed")}</Badge>}
    >
      <DescriptionList
        items={[
          { term: t("tax.rate"), value: <Percent rate={rule.rate} /> },
          no_pan_rate === null ? null : { term: t("tax.noPanRate"), value: <Percent rate={no_pan_rate} /> },
          threshold === null ? null : { term: t("tax.threshold"), value: <Count value={threshold} />, note: t("tax.units") },
          cap === null ? null : { term: t("tax.cap"), value: <Count value={cap} />, note: t("tax.units") },
          { term: t("tax.until"), value: until_on ? <DateText value={until_on} /> : t("tax.open") },
          { term: t("tax.form"), value: rule.certificate_form },
          rule.payment_code === null ? null : { term: t("tax.code"), value: rule.payment_code },
          { term: t("tax.note"), value: rule.note },
        ]}
      />
      {mayEnd && until_on === null ? (
        <div className="mt-4">
          <Disclosure summary={t("tax.end")} open={answer !== undefined}>
            <Form answer={answer} id={`end-${rule.id}`}>
              <Hidden name="rule" value={rule.id} />
              <Field name="until_on" type="date" label={t("tax.until")} hint={t("tax.endHint")} className="max-w-[14rem]" />
              <RequestKey value={requestKey} />
              <SubmitButton>
                {t("tax.endNow")}
                <span className="sr-only">: {family}</span>
              </SubmitButton>
            </Form>
          </Disclosure>
        </div>
      ) : null}
    </Card>
  );
}
