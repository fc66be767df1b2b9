import type { SubmissionResult } from "@conform-to/react";
import { Form as RemixForm, type FormProps as RemixFormProps } from "@remix-run/react";
import { createContext, useContext, useId, type ReactNode } from "react";

import { classes } from "~/components/ui/classes";
import { resultOf } from "./answer";
import { ErrorSummary } from "./error-summary";
import { useTold } from "./told-answers";

type FormState = { id: string; values: Record<string, unknown>; faults: Record<string, string[]>; action: string | undefined };

const Context = createContext<FormState>({ id: "form", values: {}, faults: {}, action: undefined });

/** The result of an action of this form; other shapes an action returns (a redirect's null, another form's data) are ignored. */
export type FormAnswer = { result?: SubmissionResult<string[]> } | SubmissionResult<string[]> | null | undefined;

type FormProps = Omit<RemixFormProps, "id"> & {
  /** what the action answered: `useActionData()` */
  answer?: unknown;
  /** values before anything was typed */
  defaults?: Record<string, string | boolean | undefined>;
  /** needed only when a page has several forms with the same field names */
  id?: string;
  children: ReactNode;
  /** false where the page puts the summary elsewhere */
  summary?: boolean;
};

/**
 * A form that posts, with and without JavaScript. Validation is the server's alone: the browser's own bubbles are off,
 * because they speak another language and vanish, while our messages stay at the field.
 */
export function Form({ answer, defaults = {}, id, children, summary = true, className, method = "post", ...rest }: FormProps) {
  const generated = useId();
  const result = resultOf(answer);
  useTold(result);
  const faults = Object.fromEntries(Object.entries(result?.error ?? {}).flatMap(([name, list]) => (list && list.length > 0 ? [[name, list]] : [])));
  // What was sent stands again as it was sent: a field that was emptied is empty, and a tick that was taken away stays away.
  const state: FormState = { id: id ?? generated, values: result?.initialValue ?? defaults, faults, action: rest.action };
  return (
    <Context.Provider value={state}>
      <RemixForm method={method} noValidate className={classes("flex flex-col gap-5", className)} {...rest}>
        {summary ? <ErrorSummary faults={faults} formId={state.id} /> : null}
        {children}
      </RemixForm>
    </Context.Provider>
  );
}

export function useFormState(): FormState {
  return useContext(Context);
}

/** Ids and state of one field, the same for every kind of control. */
export function useField(name: string) {
  const { id, values, faults } = useContext(Context);
  const fieldId = `${id}-${name}`;
  const value = values[name];
  const own = faults[name] ?? [];
  return {
    id: fieldId,
    hintId: `${fieldId}-hint`,
    faultId: `${fieldId}-error`,
    value: typeof value === "string" ? value : undefined,
    checked: value === true || value === "on",
    faults: own,
    /** aria-describedby for a control that may have a hint */
    describedBy: (hasHint: boolean) => classes(hasHint && `${fieldId}-hint`, own.length > 0 && `${fieldId}-error`) || undefined,
  };
}
