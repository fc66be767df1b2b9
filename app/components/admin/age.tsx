import { useTranslation } from "react-i18next";

import { useStaff } from "./use-staff";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long something has waited, in the largest whole unit, by business time: the sandbox clock counts. */
export function Age({ since }: { since: string }) {
  const { t } = useTranslation("admin");
  const { business_now } = useStaff();
  const waited = Math.max(0, Date.parse(business_now) - Date.parse(since));
  const text =
    waited >= dayMs
      ? t("age.days", { count: Math.floor(waited / dayMs) })
      : waited >= hourMs
        ? t("age.hours", { count: Math.floor(waited / hourMs) })
        : t("age.minutes", { count: Math.floor(waited / minuteMs) });
  return (
    <time dateTime={since} className="whitespace-nowrap">
      {text}
    </time>
  );
}
