import { useTranslation } from "react-i18next";

import { Card, DescriptionList, LinkButton, Notice } from "~/components/ui";
import { useSettingValue } from "../../settings/use-setting-value";
import { useLabel } from "../../use-label";
import type { Evidence } from "../evidence.server";

/** A setting as it stands, as it would be, and why. */
export function SettingEvidence({ evidence: { setting, before, value, reason } }: { evidence: Extract<Evidence, { kind: "setting" }> }) {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const words = useSettingValue();
  return (
    <>
      {setting.request && setting.value !== before ? <Notice tone="warning" title={t("staff.stale")}>{t("setting.staleText")}</Notice> : null}
      <Card title={label("settingName", setting.key)} action={<LinkButton to={`/admin/settings/${setting.key}`} look="secondary">{t("setting.open")}</LinkButton>}>
        <DescriptionList
          items={[
            { term: t("setting.from"), value: <span className="wrap-anywhere">{words(setting, before)}</span> },
            { term: t("setting.to"), value: <span className="font-strong wrap-anywhere">{words(setting, value)}</span> },
            { term: t("staff.reason"), value: <span className="break-words">{reason}</span> },
          ]}
        />
      </Card>
    </>
  );
}
