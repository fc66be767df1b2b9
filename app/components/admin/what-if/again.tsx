import { useTranslation } from "react-i18next";

import { Form, Hidden, RequestKey, SubmitButton } from "~/forms";
import { Disclosure } from "../disclosure";

/** History goes on: a what-if can be made again. */
export function WhatIfAgain({ answer, requestKey }: { answer: object | undefined; requestKey: string }) {
  const { t } = useTranslation("admin");
  return (
    <Disclosure summary={t("whatIf.again")}>
      <Form answer={answer} id="again">
        <p className="text-sm">{t("whatIf.againText")}</p>
        <Hidden name="act" value="again" />
        <RequestKey value={requestKey} />
        <SubmitButton look="secondary">{t("whatIf.againDo")}</SubmitButton>
      </Form>
    </Disclosure>
  );
}
