import { useTranslation } from "react-i18next";

import { StepUpCode } from "~/auth/step-up";
import type { SetUpState } from "~/auth/set-up.server";
import { Card, CopyValue, Notice, QrCode } from "~/components/ui";
import { Form, RequestKey, SubmitButton } from "~/forms";
import { StepForm } from "./step-form";

/** Setting up an authenticator: prove it is you, scan, type the first code. The recovery codes come on the page after it. */
export function SetUpSteps({ state, answer }: { state: SetUpState; answer: unknown }) {
  return state.scan ? <Scan scan={state.scan} requestKey={state.key} answer={answer} /> : <Begin state={state} answer={answer} />;
}

function Begin({ state, answer }: { state: SetUpState; answer: unknown }) {
  const { t } = useTranslation("auth");
  return (
    <>
      <Card title={t("setUp.how")}>
        <ol className="flex list-decimal flex-col gap-2 pl-5">
          <li>{t("setUp.step.prove")}</li>
          <li>{t("setUp.step.scan")}</li>
          <li>{t("setUp.step.code")}</li>
          <li>{t("setUp.step.keep")}</li>
        </ol>
        <p className="mt-4 text-sm text-quiet">{t("setUp.apps")}</p>
      </Card>
      {state.audience === "member" ? <Notice>{t("setUp.pauses")}</Notice> : null}
      <StepForm answer={answer} requestKey={state.key} begin={state.replaces ? t("setUp.beginAgain") : t("setUp.begin")} confirm={t("code.confirm")} />
    </>
  );
}

function Scan({ scan, requestKey, answer }: { scan: NonNullable<SetUpState["scan"]>; requestKey: string; answer: unknown }) {
  const { t } = useTranslation("auth");
  return (
    <>
      <Card title={t("setUp.scan")}>
        <div className="flex flex-col gap-4">
          <p>{t("setUp.scanText")}</p>
          <QrCode code={scan.qr} label={t("setUp.qr")} />
          <div>
            <p className="mb-1 text-sm text-quiet">{t("setUp.byHand")}</p>
            <CopyValue value={scan.text} label={t("setUp.secret")} />
          </div>
        </div>
      </Card>
      <Card title={t("setUp.first")}>
        <Form answer={answer}>
          <RequestKey value={requestKey} />
          <StepUpCode view={scan.view} first />
          <SubmitButton name="intent" value="first">
            {t("setUp.turnOn")}
          </SubmitButton>
        </Form>
      </Card>
      <p className="text-sm text-quiet">{t("setUp.noHurry")}</p>
    </>
  );
}
