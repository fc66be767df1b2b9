import { useTranslation } from "react-i18next";

import { useLabel } from "~/components/admin/use-label";
import { useMay } from "~/components/admin/use-staff";
import { Card, DescriptionList, TimeText } from "~/components/ui";
import type { Finding } from "~/db/watch.server";
import { Form, Hidden, RequestKey, SubmitButton, TextareaField } from "~/forms";

type Props = { finding: Finding; answer: unknown; requestKey: string };

/** A law as its key in the words: letters only. */
export const lawKey = (law: string): string => law.replaceAll(/[^a-zA-Z]+/g, "_");

/** One finding that nobody has cleared: what should hold, what stands there, what it means, and the note that ends it. */
export function OpenFinding({ finding, answer, requestKey }: Props) {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const may = useMay();
  const { id, law, object, expected, found, form, raised_at, seen_at } = finding;
  return (
    <Card title={`${object}: ${law}`}>
      <p className="mb-4 text-sm">{label("law", lawKey(law))}</p>
      <DescriptionList
        items={[
          { term: t("watch.expected"), value: <span className="break-words tabular-nums">{expected}</span> },
          { term: t("watch.found"), value: <span className="break-words tabular-nums">{found}</span> },
          { term: t("watch.raised"), value: <TimeText value={raised_at} /> },
          { term: t("watch.seen"), value: <TimeText value={seen_at} /> },
          { term: t("watch.form"), value: label("watchForm", form) },
        ]}
      />
      {may("findings.clear") ? (
        <Form answer={forThis(answer, id)} id={`clear-${id}`} className="mt-6">
          <Hidden name="finding" value={id} />
          <TextareaField name="note" label={t("watch.note")} hint={t("watch.noteHint")} maxLength={1000} rows={3} />
          <RequestKey value={requestKey} />
          <SubmitButton look="danger">{t("watch.clear")}</SubmitButton>
        </Form>
      ) : (
        <p className="mt-4 text-sm text-quiet">{t("watch.whoClears")}</p>
      )}
    </Card>
  );
}

/** Several findings share the page: an answer belongs to the one that was sent. */
function forThis(answer: unknown, id: string): unknown {
  const sent = (answer as { result?: { initialValue?: Record<string, unknown> } } | undefined)?.result?.initialValue?.finding;
  return sent === id ? answer : undefined;
}
