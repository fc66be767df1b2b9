import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { KeyRound } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "~/components/ui";
import { useHydrated } from "~/components/ui/use-hydrated";

/** What the browser is asked for; `questionOf` makes it. */
export type PasskeyQuestion = PublicKeyCredentialRequestOptionsJSON;

type Props = {
  question: PasskeyQuestion;
  /** the form's post that carries the step-up out */
  intent: string;
};

/**
 * Answers a step-up with a passkey in place of the code beside it, and posts the form as its own button would. Only where scripts run and the
 * browser has passkeys: everywhere else the code field stands alone.
 */
export function PasskeyButton({ question, intent }: Props) {
  const { t } = useTranslation("common");
  const field = useRef<HTMLInputElement>(null);
  const post = useRef<HTMLButtonElement>(null);
  const [at, setAt] = useState<"rest" | "asking" | "failed">("rest");
  const hydrated = useHydrated();
  if (!hydrated || !("PublicKeyCredential" in window)) return null;

  async function answer(): Promise<void> {
    setAt("asking");
    try {
      const { startAuthentication } = await import("@simplewebauthn/browser");
      const signed = await startAuthentication({ optionsJSON: question });
      const input = field.current;
      if (!input || !post.current) return;
      input.value = JSON.stringify(signed);
      input.form?.requestSubmit(post.current);
      // A code that is typed after this one was refused must not carry it along.
      input.value = "";
      setAt("rest");
    } catch {
      // Closed, too slow, or no passkey at hand: the browser has said so itself.
      setAt("failed");
    }
  }

  return (
    <div className="flex flex-col items-start gap-2">
      <input type="hidden" name="passkey" ref={field} defaultValue="" />
      <button type="submit" name="intent" value={intent} ref={post} hidden tabIndex={-1} />
      <Button look="secondary" aria-disabled={at === "asking" || undefined} onClick={() => (at === "asking" ? undefined : void answer())}>
        <KeyRound aria-hidden className="size-4" />
        {t("code.passkey")}
      </Button>
      <p role="status" className="text-sm text-quiet empty:hidden">
        {at === "failed" ? t("code.passkeyFailed") : null}
      </p>
    </div>
  );
}
