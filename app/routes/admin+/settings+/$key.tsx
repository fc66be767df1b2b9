/** One setting: changed here, at once or by a request where it touches money, with everything it was before. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { CheckAnswers, isChecked } from "~/components/admin/check-answers";
import { checkedForm } from "~/components/admin/checked-form.server";
import { SaidNotice, saidPath } from "~/components/admin/said";
import { refuseSetting, settingSchema } from "~/components/admin/settings/setting-form.server";
import { useSettingValue } from "~/components/admin/settings/use-setting-value";
import { ValueField } from "~/components/admin/settings/value-field";
import { useLabel } from "~/components/admin/use-label";
import { useMay } from "~/components/admin/use-staff";
import { Card, DataTable, DescriptionList, EmptyState, LinkButton, Notice, Page, PageHeader, TimeText } from "~/components/ui";
import { staffSetting, staffSettingChange } from "~/db/setting.server";
import { Form, Hidden, RequestKey, SubmitButton, TextareaField } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";

export const handle = { title: "admin:setting.one" };

function keyIn(params: Record<string, string | undefined>): string {
  return /^[a-z_]{1,60}$/.test(params.key ?? "") ? (params.key ?? "") : "none";
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data({ ...(await staffSetting(token, keyIn(params))), key: newRequestKey() }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  return checkedForm(request, settingSchema(), {
    may: "settings.write",
    confirm: async ({ before, value, reason, key }, token) => {
      const name = keyIn(params);
      const { request: asked } = await staffSettingChange(token, { setting: name, before, value, reason, key });
      return asked ? saidPath(`/admin/requests/${asked}`, "asked") : saidPath(`/admin/settings/${name}`, "saved");
    },
    refusal: refuseSetting,
  });
}

export default function OneSetting() {
  const { t } = useTranslation("admin");
  const may = useMay();
  const label = useLabel();
  const words = useSettingValue();
  const { setting, currencies, versions, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const name = label("settingName", setting.key);
  return (
    <Page width="form">
      <PageHeader title={name} lead={setting.touches_money ? t("setting.twoLead") : t("setting.atOnceLead")} crumbs={[{ label: t("setting.title"), to: "/admin/settings" }, { label: name }]} />
      <SaidNotice />
      {setting.request ? (
        <Notice tone="warning" title={t("setting.waitsTitle")}>
          {may("requests.read") ? <LinkButton to={`/admin/requests/${setting.request}`} look="secondary">{t("staff.openRequest")}</LinkButton> : null}
        </Notice>
      ) : null}
      {isChecked(answer) ? (
        <CheckAnswers
          answer={answer}
          title={t("check.title")}
          items={[
            { term: name, value: <span className="wrap-anywhere">{t("staff.was", { now: words(setting, answer.values.value ?? ""), before: words(setting, setting.value) })}</span> },
            { term: t("staff.reason"), value: answer.values.reason ?? "" },
          ]}
          next={setting.touches_money ? t("setting.twoNext") : t("setting.atOnceNext")}
          confirm={setting.touches_money ? t("staff.ask") : t("setting.save")}
        />
      ) : (
        <Card>
          <DescriptionList items={[{ term: t("setting.now"), value: <span className="wrap-anywhere">{words(setting, setting.value)}</span> }]} />
          {may("settings.write") && !setting.request ? (
            <div className="mt-5 border-t border-line pt-5">
              <Form answer={answer} defaults={{ value: setting.value }}>
                <Hidden name="before" value={setting.value} />
                <ValueField setting={setting} currencies={currencies} />
                <TextareaField name="reason" label={t("staff.reason")} hint={t("setting.reasonHint")} rows={2} maxLength={1000} />
                <RequestKey value={key} />
                <SubmitButton name="intent" value="check">
                  {t("check.look")}
                </SubmitButton>
              </Form>
            </div>
          ) : null}
        </Card>
      )}
      <Card title={t("setting.history")} padded={false}>
        <DataTable
          caption={t("setting.history")}
          rows={versions}
          rowKey={({ no }) => String(no)}
          rowLink={({ request }) => (request && may("requests.read") ? `/admin/requests/${request}` : undefined)}
          columns={[
            { key: "value", label: t("setting.value"), kind: "title", cell: ({ before, value }) => <span className="wrap-anywhere">{t("staff.was", { now: words(setting, value), before: words(setting, before) })}</span> },
            { key: "at", label: t("setting.changed"), cell: ({ at }) => <TimeText value={at} /> },
            { key: "by", label: t("staff.asked"), cell: ({ by, approved_by: approved }) => <span>{by}{approved ? <span className="block text-xs text-quiet">{t("setting.approvedBy", { name: approved })}</span> : null}</span> },
            { key: "reason", label: t("staff.reason"), cell: ({ reason }) => <span className="break-words">{reason}</span> },
          ]}
          empty={<EmptyState title={t("setting.noHistory")}>{t("setting.noHistoryText")}</EmptyState>}
        />
      </Card>
    </Page>
  );
}
