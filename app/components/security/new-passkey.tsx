import { useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";

import type { PasskeyMaking } from "~/auth/passkey-pages.server";
import { Card, Notice } from "~/components/ui";
import { Field, Form, Hidden, RequestKey, SubmitButton } from "~/forms";
import { StepForm } from "./step-form";

type Props = { answer: unknown; requestKey: string; full: boolean; pauses?: boolean };

function makingIn(answer: unknown): PasskeyMaking | null {
  return answer && typeof answer === "object" && "making" in answer ? (answer as { making: PasskeyMaking }).making : null;
}

/** Prove it is you, name the passkey, and let the browser make it. */
export function NewPasskey({ answer, requestKey, full, pauses = false }: Props) {
  const { t } = useTranslation("auth");
  const making = makingIn(answer);
  if (making) return <Making making={making} answer={answer} requestKey={requestKey} />;
  if (full) return <Notice tone="warning">{t("passkeys.full")}</Notice>;
  return (
    <>
      <Card title={t("setUp.how")}>
        <ol className="flex list-decimal flex-col gap-2 pl-5">
          <li>{t("setUp.step.prove")}</li>
          <li>{t("passkeys.step.make")}</li>
          <li>{t("passkeys.step.use")}</li>
        </ol>
        <p className="mt-4 text-sm text-quiet">{t("passkeys.needsScripts")}</p>
      </Card>
      {pauses ? <Notice>{t("setUp.pauses")}</Notice> : null}
      <StepForm answer={answer} requestKey={requestKey} begin={t("setUp.begin")} confirm={t("code.confirm")} />
    </>
  );
}

function Making({ making, answer, requestKey }: { making: PasskeyMaking; answer: unknown; requestKey: string }) {
  const { t } = useTranslation("auth");
  const made = useRef<HTMLInputElement>(null);
  const [failed, setFailed] = useState(false);

  // The first press makes it; then the same form is sent with what was made.
  function beforePost(event: FormEvent<HTMLFormElement>): void {
    if (!made.current || made.current.value !== "") return;
    event.preventDefault();
    void make(event.currentTarget, made.current);
  }

  async function make(form: HTMLFormElement, field: HTMLInputElement): Promise<void> {
    setFailed(false);
    try {
      const { startRegistration } = await import("@simplewebauthn/browser");
      field.value = JSON.stringify(await startRegistration({ optionsJSON: making.options }));
      form.requestSubmit(form.querySelector<HTMLButtonElement>("button[type=submit]"));
      field.value = "";
    } catch {
      // Closed, too slow, without a PIN, or made here already: the browser has said so itself.
      setFailed(true);
    }
  }

  return (
    <Card title={t("passkeys.making")}>
      <Form answer={answer} defaults={{ name: "" }} onSubmit={beforePost}>
        <RequestKey value={requestKey} />
        <Hidden name="making" value={making.sealed} />
        <input type="hidden" name="made" ref={made} defaultValue="" />
        <Field name="name" label={t("passkeys.name")} hint={t("passkeys.nameHint")} maxLength={60} autoComplete="off" />
        <p role="status" className="text-sm text-danger empty:hidden">
          {failed ? t("passkeys.notMade") : null}
        </p>
        <SubmitButton name="intent" value="make">
          {t("passkeys.make")}
        </SubmitButton>
      </Form>
    </Card>
  );
}
