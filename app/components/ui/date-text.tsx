import { useTranslation } from "react-i18next";

import { formatDate, formatTime } from "~/money/dates";

/** A calendar day, "3 Mar 2027", from a date or from an instant seen in `zone`. */
export function DateText({ value, zone }: { value: string; zone?: string }) {
  const { i18n } = useTranslation();
  return (
    <time dateTime={value} className="numeral">
      {formatDate(value, i18n.language, zone)}
    </time>
  );
}

/** An instant with its zone, "3 Mar 2027, 10:05 UTC". */
export function TimeText({ value, zone }: { value: string; zone?: string }) {
  const { i18n } = useTranslation();
  return (
    <time dateTime={value} className="tabular-nums">
      {formatTime(value, i18n.language, zone)}
    </time>
  );
}
