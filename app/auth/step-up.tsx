import { useTranslation } from "react-i18next";

import { Field, Hidden } from "~/forms";

/** What a page needs to ask for the code; `stepUp.begin` makes it. */
export type StepUpView = {
  /** challenge and context, sealed by the server */
  sealed: string;
  /** the masked address the code went to */
  sentTo: string;
  expiresAt: string;
};

/** The code field of a step-up, inside the form that carries out what the code is for. */
export function StepUpCode({ view }: { view: StepUpView }) {
  const { t } = useTranslation("common");
  return (
    <>
      <Hidden name="step_up" value={view.sealed} />
      <Field
        name="code"
        label={t("code.label")}
        hint={t("code.sentTo", { email: view.sentTo })}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={11}
        spellCheck={false}
        className="max-w-[12rem] font-strong tracking-[0.3em] tabular-nums"
      />
    </>
  );
}
