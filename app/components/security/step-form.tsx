import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { StepUpCode, type StepUpView } from "~/auth/step-up";
import { Form, Hidden, RequestKey, SubmitButton } from "~/forms";

type Props = {
  answer: unknown;
  requestKey: string;
  /** carried along unseen */
  values?: Record<string, string>;
  /** opens the step-up */
  begin: ReactNode;
  /** carries it out */
  confirm: ReactNode;
  danger?: boolean;
};

/** The challenge that the action answered with, if any. */
export function codeIn(answer: unknown): StepUpView | null {
  return answer && typeof answer === "object" && "code" in answer ? ((answer as { code: StepUpView | null }).code ?? null) : null;
}

/** One button that opens the step-up, and then its code field with the button that does it. */
export function StepForm({ answer, requestKey, values = {}, begin, confirm, danger = false }: Props) {
  const { t } = useTranslation("auth");
  const code = codeIn(answer);
  const look = danger ? "danger" : "primary";
  return (
    <Form answer={answer} key={code ? "code" : "begin"}>
      {Object.entries(values).map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
      <RequestKey value={requestKey} />
      {code ? (
        <>
          <StepUpCode view={code} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="intent" value="confirm" look={look}>
              {confirm}
            </SubmitButton>
            {code.way === "mail" ? (
              <SubmitButton name="intent" value="send" look="quiet">
                {t("code.resend")}
              </SubmitButton>
            ) : null}
          </div>
        </>
      ) : (
        <SubmitButton name="intent" value="send" look={look}>
          {begin}
        </SubmitButton>
      )}
    </Form>
  );
}
