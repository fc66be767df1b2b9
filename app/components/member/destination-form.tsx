import { Link } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";

import { Card } from "~/components/ui";
import type { MethodType } from "~/db/funding.server";
import { Field, Form, Hidden, RequestKey, SubmitButton } from "~/forms";
import { useDestinationType } from "./names";

const types: MethodType[] = ["BANK", "BTC", "ETH", "USDT_TRC20", "USDT_ERC20", "DOGE", "LTC"];

export function DestinationTypes() {
  const { t } = useTranslation("member");
  const name = useDestinationType();
  return (
    <Card title={t("destinations.choose")} padded={false}>
      <ul className="divide-y divide-line">
        {types.map((type) => (
          <li key={type} className="relative flex min-h-12 items-center gap-4 px-4 py-3 hover:bg-sunken sm:px-5">
            <Link to={`?type=${type}`} className="grow underline decoration-line-strong underline-offset-4 after:absolute after:inset-0">
              {name(type)}
            </Link>
            <ChevronRight aria-hidden="true" className="size-5 flex-none text-quiet" />
          </li>
        ))}
      </ul>
    </Card>
  );
}

type Props = { type: MethodType; requestKey: string; answer: unknown };

export function DestinationFields({ type, requestKey, answer }: Props) {
  const { t } = useTranslation("member");
  const name = useDestinationType()(type);
  const exact = { autoComplete: "off", spellCheck: false, autoCapitalize: "none" } as const;
  return (
    <Card
      title={name}
      action={
        <Link to="/destinations/new" className="link inline-flex min-h-6 items-center">
          {t("destinations.otherType")}
        </Link>
      }
    >
      <Form answer={answer} defaults={{ label: "" }}>
        <Hidden name="type" value={type} />
        <Field name="label" label={t("destinations.label")} hint={t("destinations.labelHint")} maxLength={60} autoComplete="off" />
        {type === "BANK" ? (
          <>
            <Field name="account_name" label={t("destinations.accountName")} hint={t("destinations.accountNameHint")} maxLength={120} autoComplete="name" />
            <Field name="account_number" label={t("destinations.accountNumber")} hint={t("destinations.accountNumberHint")} maxLength={60} {...exact} />
            <Field name="ifsc" label={t("destinations.ifsc")} hint={t("destinations.ifscHint")} optional maxLength={20} {...exact} />
          </>
        ) : (
          <Field name="address" label={t("destinations.address")} hint={t("destinations.addressHint", { network: name })} maxLength={300} className="font-mono" {...exact} />
        )}
        <RequestKey value={requestKey} />
        <SubmitButton name="intent" value="check">
          {t("check.continue")}
        </SubmitButton>
      </Form>
    </Card>
  );
}
