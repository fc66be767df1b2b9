import { Link } from "@remix-run/react";
import { useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Card, Notice } from "~/components/ui";
import { Field, Form, SubmitButton, useFaultText } from "~/forms";

export type CodeView = {
  sentTo: string;
  /** seconds until another code may be asked for */
  wait: number;
  /** another code has just been sent */
  again: boolean;
};

type CodeFormProps = { view: CodeView; answer: unknown; action: string; other?: { to: string; text: string }; children?: ReactNode };

/** Field for a mailed login code, and below it the way to another code. `children`: another way to answer, inside the form. */
export function CodeForm({ view, answer, action, other, children }: CodeFormProps) {
  const { t } = useTranslation("auth");
  const left = useCountdown(view.wait);
  return (
    <>
      {view.again ? (
        <Notice tone="success" live>
          {t("code.sentAgain", { email: view.sentTo })}
        </Notice>
      ) : null}
      <Card>
        <Form answer={answer} action={action} id="code">
          <Field
            name="code"
            label={t("code.label")}
            hint={t("code.hint")}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={11}
            spellCheck={false}
            className="max-w-[12rem] font-strong tracking-[0.3em] tabular-nums"
          />
          {children}
          <SubmitButton name="intent" value="verify">
            {t("code.confirm")}
          </SubmitButton>
        </Form>
      </Card>
      <section aria-label={t("code.trouble")} className="flex flex-col gap-3 text-sm text-quiet">
        <p>{t("code.nothingCame")}</p>
        <NotSent answer={answer} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Form action={action} summary={false} id="resend">
            <SubmitButton name="intent" value="resend" look="secondary" compact>
              {t("code.resend")}
            </SubmitButton>
          </Form>
          {left > 0 ? <span>{t("code.resendIn", { seconds: left })}</span> : null}
          {other ? (
            <Link to={other.to} className="link">
              {other.text}
            </Link>
          ) : null}
        </div>
      </section>
    </>
  );
}

/** Why no other code was sent, when the action says so. */
export function NotSent({ answer }: { answer: unknown }) {
  const faultText = useFaultText();
  const fault = answer && typeof answer === "object" && "notSent" in answer ? answer.notSent : undefined;
  return typeof fault === "string" ? (
    <Notice tone="warning" live>
      {faultText(fault)}
    </Notice>
  ) : null;
}

/** Counts down once scripts run; without them the number stands as it was when the page was made. */
function useCountdown(seconds: number): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    setLeft(seconds);
    const until = Date.now() + seconds * 1000;
    const timer = setInterval(() => {
      const now = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      setLeft(now);
      if (now === 0) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return left;
}
