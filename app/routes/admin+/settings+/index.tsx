/** Every setting as it stands, by what it is about. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { grouped } from "~/components/admin/settings/groups";
import { useSettingValue } from "~/components/admin/settings/use-setting-value";
import { SaidNotice } from "~/components/admin/said";
import { useLabel } from "~/components/admin/use-label";
import { Badge, Card, DataTable, DateText, Page, PageHeader } from "~/components/ui";
import { staffSettings } from "~/db/setting.server";

export const handle = { title: "admin:setting.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data(await staffSettings(token)));
}

export default function Settings() {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const words = useSettingValue();
  const { settings } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={t("setting.title")} lead={t("setting.lead")} />
      <SaidNotice />
      {grouped(settings).map(({ name, rows }) => (
        <Card key={name} title={t(`setting.group.${name}`)} padded={false}>
          <DataTable
            caption={t(`setting.group.${name}`)}
            rows={rows}
            rowKey={({ key }) => key}
            rowLink={({ key }) => `/admin/settings/${key}`}
            columns={[
              { key: "name", label: t("setting.name"), kind: "title", cell: ({ key }) => label("settingName", key) },
              { key: "value", label: t("setting.value"), cell: (row) => <span className="wrap-anywhere tabular-nums">{words(row, row.value)}</span> },
              { key: "by", label: t("setting.how"), cell: ({ request, touches_money: money }) => (request ? <Badge tone="warning">{t("setting.waits")}</Badge> : money ? t("setting.two") : t("setting.atOnce")) },
              { key: "changed", label: t("setting.changed"), cell: ({ changed_at: at }) => (at ? <DateText value={at} /> : t("setting.never")) },
            ]}
          />
        </Card>
      ))}
    </Page>
  );
}
