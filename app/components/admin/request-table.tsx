import { useTranslation } from "react-i18next";

import { DataTable, Money, StateBadge, type Column } from "~/components/ui";
import type { ApprovalRequest } from "~/db/approval.server";
import { Age } from "./age";
import { Standing } from "./standing";
import { useLabel } from "./use-label";
import { useSubject } from "./use-subject";

type RequestTableProps = {
  caption: string;
  requests: ApprovalRequest[];
  empty: React.ReactNode;
  /** a box before each request that I may decide, for a form around the table */
  chooses?: boolean;
};

/** Requests as a list: what, how much, for whom, asked by whom and since when, and whether I may decide. */
export function RequestTable({ caption, requests, empty, chooses = false }: RequestTableProps) {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const subjectOf = useSubject();
  const box: Column<ApprovalRequest> = {
    key: "choose",
    label: <span className="sr-only">{t("batch.choose")}</span>,
    cell: ({ id, may_decide, reference }) =>
      may_decide ? (
        <label className="inline-flex min-h-11 min-w-11 items-center justify-center">
          <input type="checkbox" name="only" value={id} className="size-5" />
          <span className="sr-only">{reference}</span>
        </label>
      ) : null,
  };
  const columns: Column<ApprovalRequest>[] = [
    ...(chooses ? [box] : []),
    {
      key: "what",
      label: t("requests.what"),
      kind: "title",
      cell: (request) => label("kindOne", request.kind),
    },
    {
      key: "subject",
      label: t("requests.subject"),
      cell: (request) => (
        <span className="min-w-0">
          {subjectOf(request)}
          <span className="block text-xs text-quiet">{request.reference}</span>
        </span>
      ),
    },
    {
      key: "amount",
      label: t("requests.amount"),
      kind: "amount",
      cell: (request) => (request.amount && request.currency ? <Money amount={request.amount} currency={request.currency} /> : null),
    },
    { key: "maker", label: t("requests.maker"), cell: (request) => (request.maker.type === "member" ? <span className="text-quiet">{t("requests.member")}</span> : request.maker.name) },
    { key: "age", label: t("requests.since"), cell: (request) => <Age since={request.created_at} /> },
    {
      key: "state",
      label: t("requests.state"),
      cell: (request) => (request.state === "pending" ? <Standing request={request} /> : <StateBadge state={request.state} />),
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={requests} rowKey={({ id }) => id} rowLink={({ id }) => `/admin/requests/${id}`} empty={empty} />;
}
