import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { FileField, Form, Hidden, RequestKey, SubmitButton, TextareaField } from "~/forms";

/** Told before the upload begins; the server decides (app/files). */
const mostBytes = 10 * 1024 * 1024;

type Props = { label: string; submit: string; intent?: string; requestKey: string; answer: unknown; defaults?: Record<string, string>; rows?: number; children?: ReactNode };

/** Words and perhaps a file. What stands before the words is given by the page. */
export function MessageForm({ label, submit, intent, requestKey, answer, defaults, rows = 5, children }: Props) {
  const { t } = useTranslation();
  const [tooLarge, setTooLarge] = useState(false);
  return (
    <Form
      id="write"
      answer={answer}
      encType="multipart/form-data"
      {...(defaults ? { defaults } : {})}
      onChange={({ target }) => {
        if (!(target instanceof HTMLInputElement) || target.type !== "file") return;
        const large = (target.files?.[0]?.size ?? 0) > mostBytes;
        setTooLarge(large);
        if (large) target.value = "";
      }}
    >
      {intent ? <Hidden name="intent" value={intent} /> : null}
      {children}
      <TextareaField name="body" label={label} rows={rows} maxLength={5000} dir="auto" />
      <FileField name="file" label={t("thread.file")} optional hint={t("thread.fileHint")} />
      {tooLarge ? (
        <p role="alert" className="-mt-3 text-sm font-strong text-danger">
          {t("form.fault.file_large")}
        </p>
      ) : null}
      <RequestKey value={requestKey} />
      <SubmitButton>{submit}</SubmitButton>
    </Form>
  );
}
