import { useTranslation } from "react-i18next";

import { Notice, TimeText } from "~/components/ui";

/** Until when no withdrawal can be asked for, and why; nothing when there is no such time. */
export function CoolingNotice({ from }: { from: string | null }) {
  const { t } = useTranslation("common");
  if (from === null) return null;
  return (
    <Notice tone="warning" title={t("cooling.title")}>
      {t("cooling.until")} <TimeText value={from} />. {t("cooling.why")}
    </Notice>
  );
}
