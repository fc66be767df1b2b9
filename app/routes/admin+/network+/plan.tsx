/** The compensation plan, version by version: every figure pairs are made from, what waits to begin, and drafts. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { useFigureItems } from "~/components/admin/compensation/figures";
import { useMay } from "~/components/admin/use-staff";
import { Badge, Card, DateText, DescriptionList, EmptyState, LinkButton, Page, PageHeader, StateBadge } from "~/components/ui";
import { staffCompensation, type Compensation } from "~/db/network.server";

export const handle = { title: "admin:compensation.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data(await staffCompensation(token)));
}

/** The version that is approved and holds before another one begins. */
const before = (versions: Compensation[], { from }: Compensation) => versions.filter((one) => one.state === "active" && (one.from ?? "") < (from ?? "")).sort((a, b) => (b.from ?? "").localeCompare(a.from ?? ""))[0] ?? null;

export default function CompensationPlan() {
  const { t } = useTranslation("admin");
  const may = useMay();
  const figures = useFigureItems();
  const { today, versions } = useLoaderData<typeof loader>();
  const standing = (version: Compensation) => {
    if (version.current) return <Badge tone="success">{t("compensation.current")}</Badge>;
    if (version.state === "active" && version.from && today && version.from > today) return <Badge tone="info">{t("compensation.starts")} <DateText value={version.from} /></Badge>;
    return version.state === "active" ? <Badge tone="neutral">{t("compensation.ended")}</Badge> : <StateBadge state={version.state} />;
  };
  return (
    <Page>
      <PageHeader
        title={t("compensation.title")}
        lead={t("compensation.lead")}
        crumbs={[{ label: t("tree.title"), to: "/admin/network" }, { label: t("compensation.title") }]}
        actions={may("plans.write") && versions.length > 0 ? <LinkButton to="/admin/network/plan/new">{t("compensationNew.title")}</LinkButton> : null}
      />
      {versions.length === 0 ? (
        <Card padded={false}>
          <EmptyState title={t("compensation.none")}>{t("compensation.noneText")}</EmptyState>
        </Card>
      ) : (
        versions.map((version) => (
          <Card key={version.id} title={t("compensation.version", { version: version.version })} action={standing(version)}>
            <DescriptionList items={figures(version, before(versions, version))} />
            {version.what_if ? (
              <p className="mt-4 flex flex-wrap gap-x-5 gap-y-1 border-t border-line pt-4 text-sm">
                <Link to={`/admin/network/plan/${version.id}`} className="link">
                  {t("whatIf.title")}
                </Link>
                {version.request ? (
                  <Link to={`/admin/requests/${version.request}`} className="link">
                    {t("compensation.request")}
                  </Link>
                ) : null}
              </p>
            ) : null}
          </Card>
        ))
      )}
    </Page>
  );
}
