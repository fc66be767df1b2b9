import { useTranslation } from "react-i18next";

import { Card, Notice } from "~/components/ui";
import { NoneYet } from "./none-yet";
import { StepForm } from "./step-form";

type Props = { answer: unknown; requestKey: string; inUse: boolean; setUp: string; pauses?: boolean };

/** What is lost with the authenticator, before its code is asked for. */
export function RemovalView({ answer, requestKey, inUse, setUp, pauses = false }: Props) {
  const { t } = useTranslation("auth");
  if (!inUse) return <NoneYet setUp={setUp} />;
  return (
    <>
      <Card>
        <p>{t("removal.text")}</p>
      </Card>
      {pauses ? <Notice tone="warning">{t("setUp.pauses")}</Notice> : null}
      <StepForm answer={answer} requestKey={requestKey} begin={t("removal.begin")} confirm={t("removal.confirm")} danger />
    </>
  );
}
