import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { LanguageForm } from "./language-form";
import { ThemeForm } from "./theme-form";

const links = [
  { to: "/coverage", key: "coverage" },
  { to: "/seals", key: "seals" },
  { to: "/plans", key: "plans" },
  { to: "/terms", key: "terms" },
  { to: "/privacy", key: "privacy" },
  { to: "/risk", key: "risk" },
  { to: "/about", key: "about" },
  { to: "/contact", key: "contact" },
  { to: "/documents", key: "documents" },
  { to: "/income-disclosure", key: "income" },
  { to: "/grievances", key: "grievances" },
] as const;

export function SiteFooter() {
  const { t } = useTranslation();
  return (
    <footer className="no-print border-t border-line">
      <div className="mx-auto flex max-w-[75rem] flex-wrap items-center justify-between gap-x-8 gap-y-4 px-4 py-6 text-sm text-quiet sm:px-6">
        <div className="flex min-w-0 flex-col gap-2">
          <nav aria-label={t("footer.label")}>
            <ul className="flex flex-wrap gap-x-5">
              {links.map(({ to, key }) => (
                <li key={key}>
                  <Link to={to} className="inline-block py-1 underline decoration-line-strong underline-offset-4 hover:text-ink">
                    {t(`footer.${key}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <p className="text-xs">{t("footer.line")}</p>
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <LanguageForm />
          <ThemeForm />
        </div>
      </div>
    </footer>
  );
}
