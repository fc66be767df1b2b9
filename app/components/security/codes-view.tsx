import { useTranslation } from "react-i18next";

import type { CodesState } from "~/auth/recovery.server";
import { Card, Notice } from "~/components/ui";
import { Form, SubmitButton } from "~/forms";
import { NoneYet } from "./none-yet";
import { PrintButton } from "./print-button";
import { StepForm } from "./step-form";

type Props = { state: CodesState; answer: unknown; setUp: string };

/** Ten codes while they may be shown, to print or copy; else how many are left and how to make new ones. */
export function CodesView({ state, answer, setUp }: Props) {
  if (state.left === null) return <NoneYet setUp={setUp} />;
  return state.codes.length > 0 ? <Shown codes={state.codes} /> : <Again state={state} answer={answer} />;
}

function Shown({ codes }: { codes: string[] }) {
  const { t } = useTranslation("auth");
  return (
    <>
      <Notice tone="success" title={t("codes.ready")} live>
        {t("codes.once")}
      </Notice>
      <Card title={t("codes.title")}>
        <ol className="grid list-none gap-x-8 gap-y-2 font-mono tabular-nums sm:grid-cols-2" aria-label={t("codes.title")}>
          {codes.map((code) => (
            <li key={code} className="whitespace-nowrap select-all">
              {code}
            </li>
          ))}
        </ol>
        <p className="mt-4 text-sm text-quiet">{t("codes.use")}</p>
      </Card>
      <div className="no-print flex flex-wrap gap-3">
        <Form>
          <SubmitButton name="intent" value="kept">
            {t("codes.kept")}
          </SubmitButton>
        </Form>
        <PrintButton>{t("codes.print")}</PrintButton>
      </div>
    </>
  );
}

function Again({ state, answer }: { state: CodesState; answer: unknown }) {
  const { t } = useTranslation("auth");
  return (
    <>
      <Card>
        <p>{t("codes.left", { count: state.left ?? 0 })}</p>
        <p className="mt-2 text-sm text-quiet">{t("codes.againText")}</p>
      </Card>
      <StepForm answer={answer} requestKey={state.key} begin={t("codes.again")} confirm={t("codes.make")} />
    </>
  );
}
