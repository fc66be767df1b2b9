import { Form as GetForm, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Button, Card, DataTable, DateText, DescriptionList, EmptyState, Money, Notice, StateBadge, TimeText } from "~/components/ui";
import type { Sheet } from "~/db/reconciliation.server";
import { Form, Hidden, RequestKey, SubmitButton } from "~/forms";
import { formatDate } from "~/money/dates";
import { isZero } from "~/money/format";
import { useLabel } from "../use-label";

/** Another day of the same account. */
export function DayChoice({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation("admin");
  return (
    <GetForm method="get" className="flex flex-wrap items-end gap-3">
      <div className="flex flex-col gap-1.5">
        <label htmlFor="sheet-on" className="text-sm font-strong">
          {t("recon.day")}
        </label>
        <input id="sheet-on" type="date" name="on" key={sheet.on} defaultValue={sheet.on} max={sheet.yesterday} className="min-h-11 rounded-control border border-line-strong bg-surface px-3 text-base" />
      </div>
      <Button type="submit" look="secondary">
        {t("recon.showDay")}
      </Button>
    </GetForm>
  );
}

/** What still stands between this day and two signatures, or the signatures. */
export function SubmitCard({ sheet, answer, requestKey, mayRead }: { sheet: Sheet; answer: unknown; requestKey: string; mayRead: boolean }) {
  const { t, i18n } = useTranslation("admin");
  const { request, figures } = sheet;
  if (request) {
    return (
      <Card title={t(sheet.state === "signed" ? "recon.signed" : "recon.submitted")}>
        <div className="flex flex-col gap-4">
          {sheet.stale ? (
            <Notice tone="danger" title={t("recon.stale")}>
              {t("recon.staleText")}
            </Notice>
          ) : null}
          <DescriptionList
            items={[
              { term: t("recon.submittedBy"), value: request.submitted_by, note: <TimeText value={request.submitted_at} /> },
              ...request.signed_by.map(({ name, at }) => ({ term: t("recon.signedBy"), value: name, note: <TimeText value={at} /> })),
              request.state === "pending" ? { term: t("recon.missing"), value: t("decide.waits", { count: request.needed - request.given }) } : null,
            ]}
          />
          {mayRead ? (
            <Link to={`/admin/requests/${request.id}`} className="link inline-block min-h-6 self-start text-sm">
              {t("recon.openRequest", { reference: request.reference })}
            </Link>
          ) : null}
        </div>
      </Card>
    );
  }
  const over = sheet.on <= sheet.yesterday;
  const faults = [
    over ? null : t("recon.notOver"),
    sheet.reached ? null : t("recon.notReached"),
    figures && figures.unexplained > 0 ? t("recon.stillUnexplained", { count: figures.unexplained }) : null,
    figures && !isZero(figures.remainder) ? t("recon.stillRemainder") : null,
  ].filter((fault) => fault !== null);
  return (
    <Card title={t("recon.submitTitle")}>
      {faults.length > 0 ? (
        <ul className="flex list-disc flex-col gap-1 pl-5 text-sm">
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      ) : sheet.may_write ? (
        <Form answer={answer} id="submit">
          <p className="text-sm text-quiet">{t("recon.submitText", { date: formatDate(sheet.on, i18n.language) })}</p>
          <Hidden name="step" value="submit" />
          <Hidden name="on" value={sheet.on} />
          <RequestKey value={requestKey} />
          <SubmitButton>{t("recon.submit")}</SubmitButton>
        </Form>
      ) : (
        <p className="text-sm text-quiet">{t("recon.notYours")}</p>
      )}
    </Card>
  );
}

/** Lines of the day that are entries of the books. */
export function MatchList({ sheet, requestKey }: { sheet: Sheet; requestKey: string }) {
  const { t, i18n } = useTranslation("admin");
  const label = useLabel();
  const { currency } = sheet.method;
  return (
    <Card title={t("recon.matchesOf", { date: formatDate(sheet.on, i18n.language) })} padded={false}>
      <DataTable
        caption={t("recon.matchesOf", { date: formatDate(sheet.on, i18n.language) })}
        rows={sheet.matches}
        rowKey={({ line }) => line}
        columns={[
          { key: "amount", label: t("requests.amount"), kind: "amount", cell: (row) => <Money amount={row.amount} currency={currency} signed /> },
          { key: "bank", label: t("recon.lineAtBank"), kind: "title", cell: (row) => <span className="break-words">{[row.text, row.bank_reference].filter((part) => part !== null).join(" · ") || t("recon.noText")}</span> },
          { key: "books", label: t("recon.entryInBooks"), cell: (row) => <>{[row.kind ? label("journal", row.kind) : null, row.reference].filter((part) => part !== null).join(" ")}, <DateText value={row.value_on} /></> },
          { key: "how", label: t("recon.how"), cell: (row) => t(row.how === "reference" ? "recon.byReference" : "recon.byPerson", { name: row.by }) },
          ...(sheet.state === "open" && sheet.may_write
            ? [
                {
                  key: "undo",
                  label: t("recon.undo"),
                  cell: (row: Sheet["matches"][number]) => (
                    <Form id={`undo-${row.line}`} className="gap-0">
                      <Hidden name="step" value="unmatch" />
                      <Hidden name="on" value={sheet.on} />
                      <Hidden name="line" value={row.line} />
                      <RequestKey value={requestKey} />
                      <SubmitButton look="quiet" compact>
                        {t("recon.unmatch")}
                      </SubmitButton>
                    </Form>
                  ),
                },
              ]
            : []),
        ]}
        empty={<EmptyState title={t("recon.noMatches")}>{t("recon.noMatchesText")}</EmptyState>}
      />
    </Card>
  );
}

/** The last sheets of the account. */
export function EarlierList({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation("admin");
  return (
    <Card title={t("recon.earlier")} padded={false}>
      <DataTable
        caption={t("recon.earlier")}
        rows={sheet.earlier.map((row, at) => ({ ...row, at: row.at, place: at }))}
        rowKey={({ place }) => String(place)}
        rowLink={({ on }) => `/admin/reconciliation/${sheet.method.id}?on=${on}`}
        columns={[
          { key: "on", label: t("recon.day"), kind: "title", cell: (row) => <DateText value={row.on} /> },
          { key: "state", label: t("requests.state"), cell: (row) => <StateBadge state={row.state} /> },
          { key: "at", label: t("recon.when"), cell: (row) => <TimeText value={row.at} /> },
        ]}
        empty={<EmptyState title={t("recon.noSheets")}>{t("recon.noSheetsText")}</EmptyState>}
      />
    </Card>
  );
}
