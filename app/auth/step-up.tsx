import { useTranslation } from "react-i18next";

import { Field, Hidden } from "~/forms";
import { PasskeyButton, type PasskeyQuestion } from "./passkey-button";

/** What a page needs to ask for the code; `stepUp.begin` makes it. */
export type StepUpView = {
  /** challenge and context, sealed by the server */
  sealed: string;
  /** which code is asked for; `passkey`: none yet, a code can be mailed first */
  way: "mail" | "authenticator" | "passkey";
  /** the address a mailed code went to */
  sentTo: string;
  expiresAt: string;
  /** what a passkey may be asked instead; null for who has none */
  passkey: PasskeyQuestion | null;
};

type Props = {
  view: StepUpView;
  /** the first code of a new app, for which no recovery code can stand in */
  first?: boolean;
  /** the form's post that carries it out */
  intent?: string;
};

/** The code field of a step-up, and beside it the passkey that may answer instead, inside the form that carries out what the code is for. */
export function StepUpCode({ view, first = false, intent = "confirm" }: Props) {
  return (
    <>
      <Hidden name="step_up" value={view.sealed} />
      {view.way === "mail" ? <MailedCode email={view.sentTo} /> : null}
      {view.way === "authenticator" ? <AuthenticatorCode first={first} /> : null}
      {view.passkey ? <PasskeyButton question={view.passkey} intent={intent} /> : null}
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
