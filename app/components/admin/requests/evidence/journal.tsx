import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Card, DateText, DescriptionList } from "~/components/ui";
import { JournalLines } from "../../books/journal-lines";
import { useLabel } from "../../use-label";
import type { Evidence } from "../evidence.server";

type JournalKind = Extract<Evidence, { kind: "manual_journal" | "journal_reversal" }>;

/** What would be written into the books, or undone in them, line by line. */
export function JournalEvidence({ evidence }: { evidence: JournalKind }) {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const manual = evidence.kind === "manual_journal";
  return (
    <>
      <Card title={manual ? t("journals.asked") : t("journals.toReverse")}>
        <DescriptionList
          items={
            manual
              ? [
                  { term: t("journals.kind"), value: label("journal", evidence.journal_kind) },
                  { term: t("journals.valueOn"), value: <DateText value={evidence.value_on} /> },
                  { term: t("journals.reason"), value: evidence.note },
                ]
              : [
                  { term: t("journals.number"), value: <Link to={`/admin/books/journals/${evidence.journal.number}`} className="link inline-block py-1">{t("journals.name", { number: evidence.journal.number })}</Link> },
                  { term: t("journals.kind"), value: label("journal", evidence.journal.kind) },
                  { term: t("journals.valueOn"), value: <DateText value={evidence.journal.value_on} /> },
                  { term: t("journals.reason"), value: evidence.note },
                ]
          }
        />
      </Card>
      <Card title={t("journals.lines")} padded={false}>
        <JournalLines lines={evidence.lines} methodNames={evidence.methods} balances={manual} />
      </Card>
    </>
  );
}
