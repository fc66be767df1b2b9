import { useTranslation } from "react-i18next";

import { Badge, DataTable, DateText, Money } from "~/components/ui";
import { classes } from "~/components/ui/classes";
import type { OpenItem } from "~/db/reconciliation.server";
import { SubmitButton } from "~/forms";
import { useFormState } from "~/forms/form";
import { formatDate } from "~/money/dates";
import { formatMoney } from "~/money/format";
import { useLabel } from "../use-label";

type Props = { caption: string; items: OpenItem[]; currency: string; /** false: only shown */ open: boolean };

/** What the item is, in the words of the bank or of the books. */
function What({ item }: { item: OpenItem }) {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const first = item.side === "opening" ? t("recon.openingDifference") : (item.text ?? (item.kind ? label("journal", item.kind) : null) ?? t("recon.noText"));
  const more = [item.reference, item.bank_reference].filter((one) => one !== null && one !== first);
  return (
    <span className="block min-w-0">
      <span className="block break-words">{first}</span>
      {more.length > 0 ? <span className="block text-xs break-all text-quiet">{more.join(" · ")}</span> : null}
    </span>
  );
}

function Why({ item, open }: { item: OpenItem; open: boolean }) {
  const { t, i18n } = useTranslation("admin");
  const label = useLabel();
  const { candidates } = item;
  return (
    <span className="flex min-w-0 flex-col items-start gap-1.5">
      {item.reason ? <Badge tone={item.later ? "info" : "neutral"}>{item.later ? t("recon.later") : label("explanation", item.reason)}</Badge> : <Badge tone="warning">{t("recon.unexplained")}</Badge>}
      {item.note ? <span className="text-xs break-words text-quiet">{item.note}</span> : null}
      {item.explained_by ? <span className="text-xs text-quiet">{item.explained_by}</span> : null}
      {open && !item.later
        ? (candidates ?? []).map((candidate) => (
            <SubmitButton key={candidate.entry} name="match" value={`${item.item.slice(5)}|${candidate.entry}`} look="secondary" compact>
              {t("recon.matchWith", { what: candidate.reference ?? label("journal", candidate.kind), date: formatDate(candidate.on, i18n.language) })}
            </SubmitButton>
          ))
        : null}
    </span>
  );
}

/** Items that stand on one side only; ticked ones are explained together. */
export function ItemTable({ caption, items, currency, open }: Props) {
  const { t, i18n } = useTranslation("admin");
  const { values } = useFormState();
  const kept = values.items;
  const ticked = (item: string) => (Array.isArray(kept) ? kept.includes(item) : kept === item);
  return (
    <DataTable
      caption={caption}
      rows={items}
      rowKey={({ item }) => item}
      columns={[
        ...(open
          ? [
              {
                key: "tick",
                label: t("recon.tick"),
                cell: (row: OpenItem) => (
                  <input
                    type="checkbox"
                    name="items"
                    value={row.item}
                    defaultChecked={ticked(row.item)}
                    aria-label={t("recon.tickOne", { amount: formatMoney(row.amount, currency, i18n.language), currency, date: formatDate(row.on, i18n.language) })}
                    className={classes("size-6 accent-accent", row.later === true && "opacity-60")}
                  />
                ),
              },
            ]
          : []),
        { key: "amount", label: t("requests.amount"), kind: "amount", cell: (row) => <Money amount={row.amount} currency={currency} signed /> },
        { key: "what", label: t("recon.what"), kind: "title", cell: (row) => <What item={row} /> },
        { key: "on", label: t("recon.day"), cell: (row) => <DateText value={row.on} /> },
        { key: "why", label: t("recon.explanation"), cell: (row) => <Why item={row} open={open} /> },
      ]}
    />
  );
}
