import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { useLabel } from "~/components/admin/use-label";
import { Badge, Card, DataTable, DateText, Money, StateBadge, type Column } from "~/components/ui";
import type { SearchGroup, SearchHit, SearchKind } from "~/db/search.server";
import { listOf, placeOf } from "./places";

/** Kinds of which a state is known; the others' column would be empty. */
const withState: readonly SearchKind[] = ["members", "requests", "withdrawals", "payouts", "messages", "investments", "claims"];
const withAmount: readonly SearchKind[] = ["requests", "withdrawals", "payouts", "bank_files", "bookings", "investments", "bank_lines"];

/** What was found of one kind: at most five, and where the rest is. */
export function GroupCard({ group, text }: { group: SearchGroup; text: string }) {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const { kind, items } = group;
  const all = listOf(group, text);
  const title = t(`search.kinds.${kind}`);
  const about = (hit: SearchHit) => (hit.about === null ? null : kind === "requests" ? label("kindOne", hit.about) : kind === "journals" ? label("journal", hit.about) : hit.about);
  const columns: Column<SearchHit>[] = [
    {
      key: "what",
      label: t("search.what"),
      kind: "title",
      cell: (hit) => <span className="break-words">{kind === "journals" ? t("journals.name", { number: hit.label }) : hit.label}</span>,
    },
    {
      key: "about",
      label: t("search.about"),
      cell: (hit) => (
        <span className="min-w-0">
          {[hit.member, about(hit)].filter((part) => part !== null && part !== "").map((part) => (
            <span key={part} className="block break-words">
              {part}
            </span>
          ))}
          {hit.exact ? <Badge tone="info">{t("search.exact")}</Badge> : null}
        </span>
      ),
    },
    ...(withAmount.includes(kind)
      ? [{ key: "amount", label: t("search.amount"), kind: "amount" as const, cell: (hit: SearchHit) => (hit.amount && hit.currency ? <Money amount={hit.amount} currency={hit.currency} /> : null) }]
      : []),
    { key: "at", label: t("search.since"), cell: (hit) => <DateText value={hit.at} /> },
    ...(withState.includes(kind) ? [{ key: "state", label: t("search.state"), cell: (hit: SearchHit) => (hit.state ? <StateBadge state={hit.state} /> : null) }] : []),
  ];
  return (
    <Card
      title={title}
      padded={false}
      action={
        all ? (
          <Link to={all} className="link">
            {t("search.all")}
            <span className="sr-only">: {title}</span>
          </Link>
        ) : null
      }
    >
      <DataTable caption={title} rows={items} rowKey={({ id, label: name }) => `${id}${name}`} rowLink={(hit) => placeOf(kind, hit)} columns={columns} />
    </Card>
  );
}
