import { useTranslation } from "react-i18next";

import { StepUpCode } from "~/auth/step-up";
import { Card, Notice } from "~/components/ui";
import { Field, Form, Hidden, SubmitButton } from "~/forms";
import { codeIn } from "./step-form";

type Step = { step: "prove" | "confirm"; email: string };

/** Where a change of address stands, as the action answered it. */
function stepIn(answer: unknown): Step | null {
  return answer && typeof answer === "object" && "step" in answer && "email" in answer ? (answer as Step) : null;
}

/** New address, then the code that proves the member, then the code from the new mailbox. */
export function EmailSteps({ answer }: { answer: unknown }) {
  const { t } = useTranslation("auth");
  const at = stepIn(answer);
  if (!at) {
    return (
      <>
        <Card>
          <Form answer={answer} defaults={{ email: "" }}>
            <Field name="email" type="email" label={t("email.new")} autoComplete="email" inputMode="email" spellCheck={false} autoCapitalize="none" maxLength={254} />
            <SubmitButton name="intent" value="check">
              {t("code.confirm")}
            </SubmitButton>
          </Form>
        </Card>
        <Notice>{t("email.pauses")}</Notice>
      </>
    );
  }
  const { step, email } = at;
  const code = codeIn(answer);
  return (
    <Card title={t(`email.step.${step}`)}>
      <p className="mb-4 wrap-anywhere">{t(`email.text.${step}`, { email })}</p>
      <Form answer={answer} key={step}>
        <Hidden name="email" value={email} />
        {code ? <StepUpCode view={code} intent={step} /> : null}
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="intent" value={step}>
            {t(`email.button.${step}`)}
          </SubmitButton>
          <SubmitButton name="intent" value="change" look="secondary">
            {t("email.other")}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
