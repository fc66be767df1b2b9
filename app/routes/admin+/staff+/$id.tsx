/** One member of staff, and every change that was asked for. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { paramId } from "~/components/admin/param-id.server";
import { StandingChange } from "~/components/admin/staff/standing-change";
import { useMay } from "~/components/admin/use-staff";
import { Card, Count, DataTable, DateText, DescriptionList, EmptyState, LinkButton, Notice, Page, PageHeader, StateBadge, TimeText } from "~/components/ui";
import { staffColleague } from "~/db/staff.server";

export const handle = { title: (loaded: { person: { name: string } } | undefined) => loaded?.person.name ?? "admin:staff.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data(await staffColleague(token, paramId(params))));
}

export default function Colleague() {
  const { t } = useTranslation(["admin", "common"]);
  const may = useMay();
  const { person, changes } = useLoaderData<typeof loader>();
  const { id, name, email, role, active, member } = person;
  return (
    <Page>
      <PageHeader
        title={name}
        crumbs={[{ label: t("admin:staff.title"), to: "/admin/staff" }, { label: name }]}
        aside={<StateBadge state={active ? "active" : "inactive"} />}
        actions={may("roles.write") && !person.me && !person.request ? <LinkButton to={`/admin/staff/${id}/change`}>{t("admin:staff.changeTitle")}</LinkButton> : null}
      />
      {person.request ? (
        <Notice tone="warning" title={t("admin:staff.waits")}>
          {may("requests.read") ? <LinkButton to={`/admin/requests/${person.request}`} look="secondary">{t("admin:staff.openRequest")}</LinkButton> : null}
        </Notice>
      ) : null}
      {person.me ? <Notice>{t("admin:staff.own")}</Notice> : null}
      <Card>
        <DescriptionList
          items={[
            { term: t("admin:staff.email"), value: <span className="break-all">{email}</span> },
            { term: t("admin:staff.role"), value: t(`common:role.${role}`) },
            { term: t("admin:staff.since"), value: <DateText value={person.created_at} /> },
            { term: t("admin:staff.signedIn"), value: person.signed_in_at ? <TimeText value={person.signed_in_at} /> : t("admin:staff.never") },
            { term: t("admin:staff.sessions"), value: <Count value={person.sessions} /> },
            { term: t("admin:staff.authenticator"), value: person.authenticator ? t("admin:staff.inUse") : t("admin:staff.none") },
            { term: t("admin:staff.member"), value: member ? may("members.read") ? <LinkButton to={`/admin/members/${member.id}`} look="secondary">{member.name}</LinkButton> : member.name : t("admin:staff.none") },
          ]}
        />
      </Card>
      <Card title={t("admin:staff.history")} padded={false}>
        <DataTable
          caption={t("admin:staff.history")}
          rows={changes}
          rowKey={({ request }) => request}
          rowLink={({ request }) => (may("requests.read") ? `/admin/requests/${request}` : undefined)}
          columns={[
            { key: "what", label: t("admin:staff.what"), kind: "title", cell: ({ before, after }) => <StandingChange before={before} after={after} /> },
            { key: "asked", label: t("admin:staff.asked"), cell: ({ asked_by: by, asked_at: at }) => <span>{by}<span className="block text-xs text-quiet"><TimeText value={at} /></span></span> },
            { key: "state", label: t("admin:staff.state"), cell: ({ state }) => <StateBadge state={state} /> },
            { key: "decided", label: t("admin:staff.decided"), cell: ({ decided_by: by, decided_at: at }) => (by && at ? <span>{by}<span className="block text-xs text-quiet"><TimeText value={at} /></span></span> : null) },
            { key: "reason", label: t("admin:staff.reason"), cell: ({ reason }) => <span className="break-words">{reason}</span> },
          ]}
          empty={<EmptyState title={t("admin:staff.noHistory")}>{t("admin:staff.noHistoryText")}</EmptyState>}
        />
      </Card>
    </Page>
  );
}
