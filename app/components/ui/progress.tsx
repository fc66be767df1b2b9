import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** How far something with a known end has come, in whole steps: days of a term. The words stand beside the bar. */
export function Progress({ value, max, label, children }: { value: number; max: number; label: string; children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-1">
      <progress aria-label={label} value={value} max={max} className="progress">
        {t("progressOf", { value, max })}
      </progress>
      {children ? <div className="text-xs text-quiet">{children}</div> : null}
    </div>
  );
}
