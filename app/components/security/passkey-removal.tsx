import { useTranslation } from "react-i18next";

import type { ShownPasskey } from "~/auth/passkey-pages.server";
import { Card, Notice } from "~/components/ui";
import { StepForm } from "./step-form";

type Props = { passkey: ShownPasskey; answer: unknown; requestKey: string; pauses?: boolean };

/** What ends with a passkey, before a code or a passkey is asked for. */
export function PasskeyRemoval({ passkey, answer, requestKey, pauses = false }: Props) {
  const { t } = useTranslation("auth");
  return (
    <>
      <Card>
        <p className="wrap-anywhere">{t("passkeys.removal.text", { name: passkey.name })}</p>
      </Card>
      {pauses ? <Notice tone="warning">{t("setUp.pauses")}</Notice> : null}
      <StepForm answer={answer} requestKey={requestKey} begin={t("removal.begin")} confirm={t("removal.confirm")} danger />
    </>
  );
}
