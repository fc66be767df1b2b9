import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Form, Hidden, RequestKey, SubmitButton } from "~/forms";

type Props = {
  /** the answers, carried along unseen */
  values: Record<string, string>;
  requestKey: string;
  /** the post that is made: `confirm`, or `send` where a code comes first */
  intent?: "confirm" | "send";
  label: ReactNode;
  /** names the button that sends another code */
  again?: ReactNode;
  answer?: unknown;
  /** a code field, a tick, a second button */
  children?: ReactNode;
};

/** Confirm what was checked, or go back and change it with everything kept. */
export function ConfirmForm({ values, requestKey, intent = "confirm", label, again, answer, children }: Props) {
  const { t } = useTranslation("member");
  return (
    <Form answer={answer}>
      {Object.entries(values).map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
      <RequestKey value={requestKey} />
      {children}
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="intent" value={intent}>
          {label}
        </SubmitButton>
        <SubmitButton name="intent" value="change" look="secondary">
          {t("check.change")}
        </SubmitButton>
        {again ? (
          <SubmitButton name="intent" value="send" look="quiet">
            {again}
          </SubmitButton>
        ) : null}
      </div>
    </Form>
  );
}
