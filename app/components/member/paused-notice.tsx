import { useTranslation } from "react-i18next";

import { Notice } from "~/components/ui";

/** Said before anybody wonders: what is asked for now is paid out a little later. */
export function PausedNotice({ paused }: { paused: boolean }) {
  const { t } = useTranslation("member");
  if (!paused) return null;
  return <Notice title={t("paused.title")}>{t("paused.text")}</Notice>;
}
