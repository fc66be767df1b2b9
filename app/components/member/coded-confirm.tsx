import { useTranslation } from "react-i18next";

import { StepUpCode, type StepUpView } from "~/auth/step-up";
import { ConfirmForm } from "./confirm-form";

type Props = { code: StepUpView | null; values: Record<string, string>; requestKey: string; label: string; answer: unknown };

/** Under what was checked: the field of its code once there is one, and until then, or where only a passkey answers, the button that has one mailed. */
export function CodedConfirm({ code, values, requestKey, label, answer }: Props) {
  const { t } = useTranslation("member");
  return code && code.way !== "passkey" ? (
    <ConfirmForm values={values} requestKey={requestKey} label={label} again={code.way === "mail" ? t("check.sendAgain") : null} answer={answer}>
      <StepUpCode view={code} />
    </ConfirmForm>
  ) : (
    <ConfirmForm values={values} requestKey={requestKey} intent="send" label={t("withdrawal.sendCode")} answer={answer}>
      {code ? <StepUpCode view={code} /> : null}
    </ConfirmForm>
  );
}
