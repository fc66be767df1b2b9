import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

const linkClass = "inline-flex min-h-9 items-center text-accent underline underline-offset-4 hover:text-accent-strong";

/** Keyset paging: forward by the cursor the last answer gave, back by starting anew. Filters in the address are kept. */
export function Pager({ next, param = "cursor", oldestFirst = false }: { next: string | null; param?: string; oldestFirst?: boolean }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const here = search.get(param);
  if (!next && !here) return null;
  const address = (cursor: string | null) => {
    const copy = new URLSearchParams(search);
    if (cursor) copy.set(param, cursor);
    else copy.delete(param);
    return `?${copy.toString()}`;
  };
  return (
    <nav aria-label={t("pager.label")} className="flex justify-between gap-4 border-t border-line px-4 py-2 text-sm sm:px-5">
      {here ? (
        <Link to={address(null)} className={linkClass}>
          {t(oldestFirst ? "pager.beginning" : "pager.newest")}
        </Link>
      ) : (
        <span />
      )}
      {next ? (
        <Link to={address(next)} rel="next" className={linkClass}>
          {t(oldestFirst ? "pager.later" : "pager.older")}
        </Link>
      ) : null}
    </nav>
  );
}
