/** The reports there are. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { requirePermission } from "~/components/admin/require-permission.server";
import { LinkButton, Page, PageHeader } from "~/components/ui";
import { reportNames } from "~/reports/reports";

export const handle = { title: "reports:title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    await requirePermission(token, "reports.read");
    return data(null);
  });
}

export default function Reports() {
  const { t } = useTranslation("reports");
  return (
    <Page>
      <PageHeader title={t("title")} lead={t("lead")} actions={<LinkButton to="/admin/reports/exports" look="secondary">{t("exports.title")}</LinkButton>} />
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {reportNames.map((name) => (
          <li key={name} className="relative flex flex-col gap-1 rounded-card border border-line bg-surface px-4 py-4 shadow-card hover:border-line-strong sm:px-5">
            <h2 className="text-base font-strong">
              <Link to={`/admin/reports/${name}`} className="underline decoration-line-strong underline-offset-4 after:absolute after:inset-0 after:rounded-card">
                {t(`name.${name}`)}
              </Link>
            </h2>
            <p className="text-sm text-quiet">{t(`about.${name}`)}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
