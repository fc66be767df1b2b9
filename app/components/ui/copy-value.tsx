import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { useHydrated } from "./use-hydrated";

/** A value to take elsewhere: an address, a reference, a link. Without JavaScript it can be selected with one tap. */
export function CopyValue({ value, label }: { value: string; label: string }) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2500);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <span className="flex max-w-full items-stretch overflow-hidden rounded-control border border-line bg-sunken">
      <code className="min-w-0 grow px-3 py-2 font-mono text-sm break-all select-all">{value}</code>
      {hydrated ? (
        <button
          type="button"
          aria-label={`${t("copy")}: ${label}`}
          onClick={() => void navigator.clipboard.writeText(value).then(() => setCopied(true))}
          className="inline-flex min-w-11 flex-none items-center justify-center gap-1.5 border-l border-line bg-surface px-3 text-sm text-accent hover:bg-accent-soft"
        >
          {copied ? <Check aria-hidden="true" className="size-4" /> : <Copy aria-hidden="true" className="size-4" />}
          <span role="status" className="max-sm:sr-only">
            {copied ? t("copied") : t("copy")}
          </span>
        </button>
      ) : null}
    </span>
  );
}
