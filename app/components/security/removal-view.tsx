import { useTranslation } from "react-i18next";

import { Card, Notice } from "~/components/ui";
import { StepForm } from "./step-form";

/** What is lost with the authenticator, before its code is asked for. */
export function RemovalView({ answer, requestKey, member }: { answer: unknown; requestKey: string; member: boolean }) {
  const { t } = useTranslation("auth");
  return (
    <>
      <Card>
        <p>{t("removal.text")}</p>
      </Card>
      {member ? <Notice tone="warning">{t("setUp.pauses")}</Notice> : null}
      <StepForm answer={answer} requestKey={requestKey} begin={t("removal.begin")} confirm={t("removal.confirm")} danger />
    </>
  );
}
