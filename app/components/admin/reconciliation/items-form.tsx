import { useTranslation } from "react-i18next";

import { Card, EmptyState } from "~/components/ui";
import { explanations } from "./explanations";
import type { OpenItem, Sheet } from "~/db/reconciliation.server";
import { FieldFault, Form, Hidden, RequestKey, SelectField, SubmitButton, TextareaField, useField } from "~/forms";
import { useLabel } from "../use-label";
import { ItemTable } from "./item-table";

const sides = ["opening", "bank", "books"] as const;

/** Both sides' open items; on an open day they are matched and explained here, in one form that needs no script. */
export function ItemsForm({ sheet, answer, requestKey }: { sheet: Sheet; answer: unknown; requestKey: string }) {
  const { t } = useTranslation("admin");
  const open = sheet.state === "open" && sheet.may_write;
  if (sheet.items.length === 0) {
    return (
      <Card title={t("recon.items")} padded={false}>
        <EmptyState title={t("recon.noItems")}>{t("recon.noItemsText")}</EmptyState>
      </Card>
    );
  }
  const tables = sides.map((side) => <Side key={side} side={side} items={sheet.items.filter((item) => item.side === side)} total={side === "bank" ? sheet.figures?.bank_count : side === "books" ? sheet.figures?.books_count : undefined} currency={sheet.method.currency} open={open} />);
  if (!open) return <div className="flex flex-col gap-6">{tables}</div>;
  return (
    <Form answer={answer} id="items" className="gap-6">
      <Hidden name="step" value="items" />
      <Hidden name="on" value={sheet.on} />
      <RequestKey value={requestKey} />
      {tables}
      <Explain />
    </Form>
  );
}

function Side({ side, items, total, currency, open }: { side: (typeof sides)[number]; items: OpenItem[]; total: number | undefined; currency: string; open: boolean }) {
  const { t } = useTranslation("admin");
  if (items.length === 0) return null;
  const title = t(`recon.side.${side}`);
  return (
    <Card title={title} padded={false}>
      <ItemTable caption={title} items={items} currency={currency} open={open} />
      {total !== undefined && total > items.length ? <p className="px-4 py-3 text-sm text-quiet sm:px-5">{t("recon.shownOf", { shown: items.length, total })}</p> : null}
    </Card>
  );
}

function Explain() {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const field = useField("items");
  return (
    <Card title={t("recon.explain")}>
      <div className="flex max-w-[36rem] flex-col gap-5">
        <div id={field.id} tabIndex={-1} className="text-sm text-quiet outline-none">
          {t("recon.explainText")}
        </div>
        <FieldFault name="items" />
        <SelectField name="reason" label={t("recon.reason")} placeholder options={explanations.map((value) => ({ value, label: label("explanation", value) }))} />
        <TextareaField name="note" label={t("recon.note")} hint={t("recon.noteHint")} optional rows={2} maxLength={500} />
        <SubmitButton name="explain" value="1">
          {t("recon.explainTicked")}
        </SubmitButton>
      </div>
    </Card>
  );
}
