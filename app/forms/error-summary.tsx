import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { useFaultText } from "./use-fault-text";

/** Stands on top of a refused form, takes the focus and leads to each field. */
export function ErrorSummary({ faults, formId }: { faults: Record<string, string[]>; formId: string }) {
  const { t } = useTranslation();
  const faultText = useFaultText();
  const box = useRef<HTMLDivElement>(null);
  const entries = Object.entries(faults).flatMap(([name, list]) => list.slice(0, 1).map((fault) => ({ name, fault })));
  const signature = JSON.stringify(entries);
  useEffect(() => {
    if (signature !== "[]") box.current?.focus();
  }, [signature]);
  if (entries.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      // Without JavaScript nothing moves the focus, so the browser is asked to.
      autoFocus
      aria-labelledby={`${formId}-summary`}
      className="rounded-card border-2 border-danger bg-surface px-4 py-3"
    >
      <p id={`${formId}-summary`} className="font-strong text-danger">
        {t("form.summaryCount", { count: entries.length })}
      </p>
      <ul className="mt-1 flex flex-col">
        {entries.map(({ name, fault }) => (
          <li key={name || "form"}>
            {name ? (
              <a href={`#${formId}-${name}`} className="inline-block py-0.5 text-danger underline underline-offset-4">
                {faultText(fault)}
              </a>
            ) : (
              <span className="text-danger">{faultText(fault)}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
