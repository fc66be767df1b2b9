/** The audit log: who did what to which object, when, from where and why. Nobody can change it; each minute it is sealed. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { PeriodNotice } from "~/components/admin/period-notice";
import { periodStatus, readPeriod } from "~/components/admin/period.server";
import { readQuery } from "~/components/admin/query.server";
import { useMay } from "~/components/admin/use-staff";
import { useLabel } from "~/components/admin/use-label";
import { Card, DataTable, EmptyState, FilterBar, LinkButton, Page, PageHeader, Pager, TimeText } from "~/components/ui";
import { staffAudit, type AuditEntry } from "~/db/audit.server";

export const handle = { title: "admin:audit.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const query = readQuery(request);
  const period = readPeriod(query);
  const days = period.fault === null ? { from: period.from, until: period.until } : { from: null, until: null };
  return withSession(request, async () => {
    const found = await staffAudit(token, { person: query.text("person", 80), action: query.text("action", 60), object: query.text("object", 80), ...days }, { cursor: query.numberedCursor() });
    return data({ ...found, ...(period.fault === null ? {} : { items: [], next: null }), fault: period.fault }, periodStatus(period));
  });
}

/** Where an object has a page of its own. */
function pageOf({ object_kind, object }: AuditEntry): string | null {
  if (!/^[0-9a-f-]{36}$/.test(object)) return null;
  const places: Readonly<Record<string, string>> = { request: "/admin/requests", member: "/admin/members", withdrawal: "/admin/withdrawals", payout: "/admin/payouts", booking: "/admin/bookings", thread: "/admin/messages", plan: "/admin/plans" };
  const place = places[object_kind];
  return place === undefined ? null : `${place}/${object}`;
}

export default function AuditLog() {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const packs = useMay()("audit.pack");
  const { items, next, sealed, fault } = useLoaderData<typeof loader>();
  const who = ({ actor, on_behalf_of }: AuditEntry) => (
    <span className="flex flex-col">
      {actor === null ? t("audit.system") : actor.audience === "member" ? <Link to={`/admin/members/${actor.id}`} className="link inline-block py-1">{actor.name}</Link> : <span>{actor.name}</span>}
      {on_behalf_of ? <span className="text-sm text-quiet">{t("audit.onBehalfOf", { name: on_behalf_of.name })}</span> : null}
    </span>
  );
  const what = (entry: AuditEntry) => {
    const page = pageOf(entry);
    const name = <span className="break-all">{entry.object}</span>;
    return (
      <span className="flex min-w-0 flex-col text-sm">
        <span className="text-quiet">{label("object", entry.object_kind)}</span>
        {page ? <Link to={page} className="link inline-block py-1">{name}</Link> : name}
      </span>
    );
  };
  return (
    <Page>
      <PageHeader title={t("audit.title")} lead={t("audit.lead")} actions={packs ? <LinkButton to="/admin/audit/packs" look="secondary">{t("packs.title")}</LinkButton> : undefined} />
      {sealed ? (
        <p className="text-sm text-quiet">
          {t("audit.sealed", { number: sealed.number })} <TimeText value={sealed.at} /> · <code className="font-mono text-xs break-all select-all">{sealed.root}</code>
        </p>
      ) : null}
      <FilterBar
        filters={[
          { name: "person", label: t("audit.person"), type: "search", placeholder: t("audit.personHint") },
          { name: "action", label: t("audit.action"), type: "search", placeholder: "decide_approve" },
          { name: "object", label: t("audit.object"), type: "search", placeholder: t("audit.objectHint") },
          { name: "from", label: t("period.from"), type: "date" },
          { name: "until", label: t("period.until"), type: "date" },
        ]}
      />
      <PeriodNotice fault={fault} />
      <Card padded={false}>
        <DataTable
          caption={t("audit.title")}
          rows={items}
          rowKey={({ number }) => number}
          columns={[
            { key: "at", label: t("audit.at"), cell: ({ at }) => <TimeText value={at} /> },
            { key: "who", label: t("audit.person"), kind: "title", cell: who },
            { key: "action", label: t("audit.action"), cell: ({ action }) => <code className="font-mono text-xs break-all">{action}</code> },
            { key: "object", label: t("audit.object"), cell: what },
            { key: "reason", label: t("audit.reason"), cell: ({ reason }) => reason === null ? null : <span className="break-words">{reason}</span> },
            { key: "address", label: t("audit.address"), cell: ({ address }) => address === null ? null : <span className="text-xs break-all text-quiet">{address}</span> },
            { key: "seal", label: t("audit.seal"), kind: "number", cell: ({ seal }) => seal ?? "–" },
          ]}
          empty={<EmptyState title={t("audit.nothing")}>{t("audit.nothingText")}</EmptyState>}
        />
        <Pager next={next} />
      </Card>
    </Page>
  );
}
