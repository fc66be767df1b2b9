import { useTranslation } from "react-i18next";

import { Field, Hidden } from "~/forms";

/** What a page needs to ask for the code; `stepUp.begin` makes it. */
export type StepUpView = {
  /** challenge and context, sealed by the server */
  sealed: string;
  /** which code is asked for */
  way: "mail" | "authenticator";
  /** the address a mailed code went to */
  sentTo: string;
  expiresAt: string;
};

/** `first`: the first code of a new app, for which no recovery code can stand in. */
type Props = { view: StepUpView; first?: boolean };

/** The code field of a step-up, inside the form that carries out what the code is for. */
export function StepUpCode({ view, first = false }: Props) {
  return (
    <>
      <Hidden name="step_up" value={view.sealed} />
      {view.way === "mail" ? <MailedCode email={view.sentTo} /> : <AuthenticatorCode first={first} />}
    </>
  );
}

const digits = { inputMode: "numeric", autoComplete: "one-time-code", spellCheck: false } as const;
const spaced = "font-strong tracking-[0.3em] tabular-nums";

function MailedCode({ email }: { email: string }) {
  const { t } = useTranslation("common");
  return <Field name="code" label={t("code.label")} hint={<span className="wrap-anywhere">{t("code.sentTo", { email })}</span>} maxLength={11} className={`max-w-[12rem] ${spaced}`} {...digits} />;
}

/** Wide enough for the twelve digits of a recovery code. */
export function AuthenticatorCode({ first = false }: { first?: boolean }) {
  const { t } = useTranslation("common");
  return <Field name="code" label={t("code.app")} hint={first ? t("code.appFirst") : t("code.appHint")} maxLength={20} className={`${first ? "max-w-[12rem]" : "max-w-[18rem]"} ${spaced}`} {...digits} />;
}
