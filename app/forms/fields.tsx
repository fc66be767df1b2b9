import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from "react";
import { useTranslation } from "react-i18next";

import { classes } from "~/components/ui/classes";
import { writeTypedAmount } from "~/money/amount";
import { controlClass, FieldFault, FieldShell, type FieldProps } from "./field-parts";
import { useField } from "./form";

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "name" | "defaultValue">;

/** One line of text. Pass `autoComplete`, `inputMode`, `type` as on an input. */
export function Field({ name, label, hint, optional, className, ...rest }: FieldProps & InputProps) {
  const field = useField(name);
  return (
    <FieldShell {...{ name, label, hint, optional }}>
      <input
        type="text"
        key={field.value}
        id={field.id}
        name={name}
        defaultValue={field.value}
        aria-invalid={field.faults.length > 0 || undefined}
        aria-describedby={field.describedBy(Boolean(hint))}
        aria-required={optional ? undefined : true}
        className={classes(controlClass(field.faults.length > 0), className)}
        {...rest}
      />
    </FieldShell>
  );
}

type AmountProps = FieldProps & { currency: string; autoFocus?: boolean };

/** An amount of money: a text field, because number fields eat what is typed and scroll away digits. */
export function AmountField({ name, label, hint, optional, currency, autoFocus }: AmountProps) {
  const field = useField(name);
  const { i18n } = useTranslation();
  const wrong = field.faults.length > 0;
  // What was refused stays as it was typed.
  const shown = wrong || field.value === undefined ? field.value : writeTypedAmount(field.value, i18n.language);
  return (
    <FieldShell {...{ name, label, hint, optional }}>
      <div className="flex max-w-[18rem] items-stretch">
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          key={shown}
          id={field.id}
          name={name}
          defaultValue={shown}
          maxLength={40}
          // Only ever set by a page whose single purpose is this amount.
          autoFocus={autoFocus}
          aria-invalid={wrong || undefined}
          aria-describedby={classes(field.describedBy(Boolean(hint)), `${field.id}-currency`)}
          aria-required={optional ? undefined : true}
          className={classes(controlClass(wrong), "rounded-r-none text-right tabular-nums")}
        />
        <span
          id={`${field.id}-currency`}
          className={classes("flex items-center rounded-r-control border border-l-0 bg-sunken px-3 text-sm text-quiet", wrong ? "border-2 border-danger" : "border-line-strong")}
        >
          {currency}
        </span>
      </div>
    </FieldShell>
  );
}

export type Option = { value: string; label: string; disabled?: boolean };

export function SelectField({ name, label, hint, optional, options, placeholder }: FieldProps & { options: Option[]; placeholder?: boolean }) {
  const { t } = useTranslation();
  const field = useField(name);
  return (
    <FieldShell {...{ name, label, hint, optional }}>
      <select
        key={field.value}
        id={field.id}
        name={name}
        defaultValue={field.value}
        aria-invalid={field.faults.length > 0 || undefined}
        aria-describedby={field.describedBy(Boolean(hint))}
        aria-required={optional ? undefined : true}
        className={controlClass(field.faults.length > 0)}
      >
        {placeholder || optional ? <option value="">{optional ? t("none") : t("chooseOne")}</option> : null}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldShell>
  );
}

type TextareaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id" | "name" | "defaultValue">;

export function TextareaField({ name, label, hint, optional, rows = 4, ...rest }: FieldProps & TextareaProps) {
  const field = useField(name);
  return (
    <FieldShell {...{ name, label, hint, optional }}>
      <textarea
        key={field.value}
        id={field.id}
        name={name}
        rows={rows}
        defaultValue={field.value}
        aria-invalid={field.faults.length > 0 || undefined}
        aria-describedby={field.describedBy(Boolean(hint))}
        aria-required={optional ? undefined : true}
        className={controlClass(field.faults.length > 0)}
        {...rest}
      />
    </FieldShell>
  );
}

/** A file. The form needs encType="multipart/form-data". A file cannot be kept after a refusal; the hint says to choose again. */
export function FileField({ name, label, hint, optional, accept = "application/pdf,image/png,image/jpeg" }: FieldProps & { accept?: string }) {
  const { t } = useTranslation();
  const field = useField(name);
  const shown = hint ?? t("chooseFile");
  return (
    <FieldShell {...{ name, label, optional }} hint={shown}>
      <input
        type="file"
        id={field.id}
        name={name}
        accept={accept}
        aria-invalid={field.faults.length > 0 || undefined}
        aria-describedby={field.describedBy(true)}
        className={classes(
          controlClass(field.faults.length > 0),
          "file:mr-3 file:rounded-control file:border-0 file:bg-accent-soft file:px-3 file:py-1.5 file:text-sm file:font-strong file:text-accent",
        )}
      />
    </FieldShell>
  );
}

/** One tick with its sentence. */
export function CheckField({ name, label, hint }: Omit<FieldProps, "optional">) {
  const field = useField(name);
  return (
    <div className="flex flex-col gap-1.5">
      <FieldFault name={name} />
      <div className="flex items-start gap-3">
        <input
          type="checkbox"
          id={field.id}
          name={name}
          defaultChecked={field.checked}
          aria-invalid={field.faults.length > 0 || undefined}
          aria-describedby={field.describedBy(Boolean(hint))}
          className="mt-0 size-6 flex-none accent-accent"
        />
        <div>
          <label htmlFor={field.id}>{label}</label>
          {hint ? (
            <div id={field.hintId} className="text-sm text-quiet">
              {hint}
            </div>
          ) : null}
        </div>
      </div>
    </div>
  );
}

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

/** A few alternatives, all visible. The first one carries the field's id, so that the summary's link lands on it. */
export function RadioField({ name, label, hint, options }: Omit<FieldProps, "optional"> & { options: RadioOption[] }) {
  const field = useField(name);
  return (
    <fieldset aria-describedby={field.describedBy(Boolean(hint))} className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1.5 text-sm font-strong">{label}</legend>
      {hint ? (
        <div id={field.hintId} className="text-sm text-quiet">
          {hint}
        </div>
      ) : null}
      <FieldFault name={name} />
      <div className="divide-y divide-line rounded-control border border-line-strong bg-surface">
        {options.map((option, index) => {
          const id = index === 0 ? field.id : `${field.id}-${option.value}`;
          return (
            <label key={option.value} htmlFor={id} className={classes("flex min-h-11 items-start gap-3 px-3 py-2.5", option.disabled ? "opacity-60" : "cursor-pointer hover:bg-sunken")}>
              <input
                type="radio"
                id={id}
                name={name}
                value={option.value}
                disabled={option.disabled}
                defaultChecked={field.value === option.value}
                className="size-6 flex-none accent-accent"
              />
              <span className="min-w-0 grow">
                <span className="block">{option.label}</span>
                {option.hint ? <span className="block text-sm text-quiet">{option.hint}</span> : null}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
