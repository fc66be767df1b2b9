import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { classes } from "~/components/ui/classes";
import { useField } from "./form";
import { useFaultText } from "./use-fault-text";

export const controlClass = (wrong: boolean) =>
  classes(
    "min-h-11 w-full min-w-0 rounded-control border bg-surface px-3 py-2 text-base text-ink placeholder:text-quiet disabled:opacity-60",
    wrong ? "border-2 border-danger" : "border-line-strong",
  );

export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** says "optional" beside the label; everything else is required, so no asterisks */
  optional?: boolean;
};

/** Label, hint, message, control: in the order in which they are read. */
export function FieldShell({ name, label, hint, optional, children }: FieldProps & { children: ReactNode }) {
  const { t } = useTranslation();
  const field = useField(name);
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={field.id} className="text-sm font-strong">
        {label}
        {optional ? <span className="font-normal text-quiet"> ({t("optional")})</span> : null}
      </label>
      {hint ? (
        <div id={field.hintId} className="text-sm text-quiet">
          {hint}
        </div>
      ) : null}
      <FieldFault name={name} />
      {children}
    </div>
  );
}

export function FieldFault({ name }: { name: string }) {
  const { t } = useTranslation();
  const field = useField(name);
  const faultText = useFaultText();
  const [first] = field.faults;
  if (first === undefined) return null;
  return (
    <p id={field.faultId} className="text-sm font-strong text-danger">
      <span className="sr-only">{t("form.errorPrefix")} </span>
      {faultText(first)}
    </p>
  );
}
