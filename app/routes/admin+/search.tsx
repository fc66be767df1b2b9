/** One box for everything: what was meant, group by group, the exact first. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { GroupCard } from "~/components/admin/search/group-card";
import { SearchForm } from "~/components/admin/search/search-form";
import { Card, EmptyState, Page, PageHeader } from "~/components/ui";
import { longestSearch, staffSearch } from "~/db/search.server";

export const handle = { title: "admin:search.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const text = (new URL(request.url).searchParams.get("search") ?? "").trim();
  const fault = text.length > longestSearch ? ("tooLong" as const) : /\p{Cc}/u.test(text) ? ("unreadable" as const) : null;
  return withSession(request, async () => {
    // Asked for nothing too: who it is is found out before anything is answered.
    const { groups } = await staffSearch(token, fault === null ? text : "");
    return data({ text: text.replace(/\p{Cc}/gu, ""), fault, most: longestSearch, groups }, fault === null ? {} : { status: 422 });
  });
}

export default function Search() {
  const { t } = useTranslation("admin");
  const { text, fault, most, groups } = useLoaderData<typeof loader>();
  const found = groups.reduce((sum, { items }) => sum + items.length, 0);
  const more = groups.some((group) => group.more);
  return (
    <Page>
      <PageHeader title={t("search.title")} lead={t("search.lead")} />
      <SearchForm text={text} fault={fault === null ? null : fault === "tooLong" ? t("search.tooLong", { most }) : t("search.unreadable")} />
      {fault !== null ? null : text === "" ? (
        <Card padded={false}>
          <EmptyState title={t("search.begin")}>{t("search.beginText")}</EmptyState>
        </Card>
      ) : found === 0 ? (
        <Card padded={false}>
          <div role="status">
            <EmptyState title={<span className="break-words">{t("search.nothing", { text })}</span>}>{t("search.nothingText")}</EmptyState>
          </div>
        </Card>
      ) : (
        <>
          <p role="status" className="text-sm text-quiet">
            {more ? t("search.foundMore", { number: found }) : t("search.found", { count: found })}
          </p>
          {groups.map((group) => (
            <GroupCard key={group.kind} group={group} text={text} />
          ))}
        </>
      )}
    </Page>
  );
}
