import { useId } from "react";
import { useTranslation } from "react-i18next";

import type { ReportShape } from "~/components/charts/report-shape.server";
import { classes } from "~/components/ui";
import { formatCount, formatMoney } from "~/money/format";
import { reports, type ReportName } from "~/reports/reports";
import { reportWords } from "~/reports/words";

/** The second one is only outlined, so that both can be told apart without colour. */
const looks = ["fill-accent", "fill-accent-soft stroke-accent"];
const swatches = ["bg-accent", "border border-accent bg-accent-soft"];

/** Two figures of each period beside each other. What they are stands above, all of them in the table below. */
export function ReportChart({ name, by, currency, shape }: { name: ReportName; by: string; currency: string; shape: ReportShape }) {
  const { t, i18n } = useTranslation("reports");
  const id = useId();
  const words = reportWords(i18n, name, by, currency);
  const { bars, drawn } = reports[name];
  const axis = (value: string) => (drawn === "amount" ? formatMoney(value, currency, i18n.language) : formatCount(value, i18n.language));
  return (
    <figure aria-labelledby={id}>
      <figcaption id={id} className="sr-only">
        {t("chart", { name: words.title, currency })}
      </figcaption>
      <ul className="mb-4 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {bars.map((key, at) => (
          <li key={key} className="inline-flex items-center gap-2">
            <span aria-hidden="true" className={classes("inline-block size-3 rounded-sm", swatches[at])} />
            {words.column({ key })}
          </li>
        ))}
      </ul>
      <div aria-hidden="true" className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 gap-y-2 text-xs text-quiet">
        <div className="flex flex-col justify-between text-right tabular-nums">
          <span className="-mt-2">{axis(shape.top)}</span>
          <span className="-mb-2">{shape.bottom === null ? "0" : axis(`-${shape.bottom}`)}</span>
        </div>
        <div className="h-48 min-w-0 sm:h-64">
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" className="size-full">
            <path d={`M0 0H100M0 100H100M0 ${shape.zero}H100`} className="stroke-line" vectorEffect="non-scaling-stroke" fill="none" />
            {shape.series.map((series, nth) => (
              <g key={nth} className={looks[nth]}>
                {series.map((bar, at) => (bar.height > 0 ? <rect key={at} {...bar} vectorEffect="non-scaling-stroke" /> : null))}
              </g>
            ))}
          </svg>
        </div>
        <span />
        <div className="flex justify-between gap-2">
          {shape.days.map((day, at) => (
            // Three do not fit a phone.
            <span key={day} className={classes(at === 1 && shape.days.length === 3 && "hidden sm:inline")}>
              {words.period(day)}
            </span>
          ))}
        </div>
      </div>
    </figure>
  );
}
