import { useTranslation } from "react-i18next";

import { Card } from "~/components/ui";
import { Form, Hidden, RequestKey, SubmitButton } from "~/forms";

/** At the end of a what-if: whoever decides says to have read it. */
export function ReadCard({ run, read, answer, requestKey }: { run: string; read: boolean; answer: object | undefined; requestKey: string }) {
  const { t } = useTranslation("admin");
  return (
    <Card title={t("whatIf.readTitle")}>
      {read ? (
        <p className="text-sm">{t("whatIf.readDone")}</p>
      ) : (
        <Form answer={answer} id="read">
          <p className="text-sm">{t("whatIf.readText")}</p>
          <Hidden name="act" value="read" />
          <Hidden name="what_if" value={run} />
          <RequestKey value={requestKey} />
          <SubmitButton>{t("whatIf.readIt")}</SubmitButton>
        </Form>
      )}
    </Card>
  );
}
