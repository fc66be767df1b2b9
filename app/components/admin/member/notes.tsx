import { useTranslation } from "react-i18next";

import { Card, TimeText } from "~/components/ui";
import type { StaffMember } from "~/db/office.server";
import { Form, RequestKey, SubmitButton, TextareaField } from "~/forms";
import { useMay } from "../use-staff";

type NotesProps = { notes: StaffMember["notes"]; answer: Parameters<typeof Form>[0]["answer"]; requestKey: string };

/** What staff tell each other about a member. Each stays as it was written. */
export function Notes({ notes, answer, requestKey }: NotesProps) {
  const { t } = useTranslation("admin");
  const may = useMay();
  return (
    <Card title={t("notes.title")}>
      <div className="flex flex-col gap-5">
        <p className="text-sm text-quiet">{t("notes.lead")}</p>
        {notes.length === 0 ? <p className="text-sm">{t("notes.none")}</p> : null}
        {notes.length > 0 ? (
          <ol className="flex flex-col gap-4">
            {notes.map(({ id, by, at, body }) => (
              <li key={id} className="border-l-2 border-line pl-3">
                <p className="text-sm break-words whitespace-pre-wrap">{body}</p>
                <p className="text-xs text-quiet">
                  {by}, <TimeText value={at} />
                </p>
              </li>
            ))}
          </ol>
        ) : null}
        {may("members.note") ? (
          <Form answer={answer}>
            <TextareaField name="body" label={t("notes.write")} hint={t("notes.hint")} rows={3} maxLength={4000} />
            <RequestKey value={requestKey} />
            <SubmitButton>{t("notes.save")}</SubmitButton>
          </Form>
        ) : null}
      </div>
    </Card>
  );
}
