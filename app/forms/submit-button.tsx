import { useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Button, type ButtonLook } from "~/components/ui/button";
import { useFormState } from "./form";

type SubmitProps = { children: ReactNode; look?: ButtonLook; name?: string; value?: string; compact?: boolean; className?: string };

/** While a post is under way the button says so and a second press does nothing; the request key protects in any case. */
export function SubmitButton({ children, name, value, className = "self-start", ...rest }: SubmitProps) {
  const { t } = useTranslation();
  const { action } = useFormState();
  const navigation = useNavigation();
  const posting = navigation.state !== "idle" && navigation.formMethod === "POST" && (action === undefined || navigation.formAction?.startsWith(action));
  const mine = posting && (name === undefined || navigation.formData?.get(name) === value);
  return (
    <Button
      type="submit"
      name={name}
      value={value}
      aria-disabled={posting || undefined}
      onClick={(event) => {
        if (posting) event.preventDefault();
      }}
      className={className}
      {...rest}
    >
      {mine ? t("working") : children}
    </Button>
  );
}
