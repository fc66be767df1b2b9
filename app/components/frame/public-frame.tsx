import { Link, NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { classes } from "~/components/ui/classes";
import { LinkButton } from "~/components/ui/button";
import { DemoBanner } from "./demo-banner";
import { Wordmark } from "./mark";
import { SiteFooter } from "./site-footer";
import { SkipLink } from "./skip-link";

type PublicFrameProps = { demo?: boolean; businessNow?: string; signedIn?: boolean; children: ReactNode };

const places = [
  { to: "/plans", key: "plans" },
  { to: "/coverage", key: "coverage" },
  { to: "/about", key: "about" },
] as const;

/** Header and footer of everything that needs no login, and of the sign-in pages. */
export function PublicFrame({ demo = false, businessNow, signedIn = false, children }: PublicFrameProps) {
  const { t } = useTranslation();
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      {demo && businessNow ? <DemoBanner businessNow={businessNow} /> : null}
      <header className="no-print border-b border-line bg-surface">
        <div className="mx-auto flex max-w-[75rem] flex-wrap items-center justify-between gap-x-6 px-4 sm:px-6">
          <Link to="/" className="flex min-h-14 items-center" aria-label={`${t("product")}: ${t("frame.start")}`}>
            <Wordmark />
          </Link>
          <nav aria-label={t("frame.site")} className="order-last -ml-3 w-full sm:order-none sm:ml-auto sm:w-auto">
            <ul className="flex">
              {places.map(({ to, key }) => (
                <li key={key}>
                  <NavLink
                    to={to}
                    className={({ isActive }) =>
                      classes("flex min-h-11 items-center px-3 text-sm", isActive ? "font-strong text-ink underline decoration-accent decoration-2 underline-offset-8" : "text-quiet hover:text-ink")
                    }
                  >
                    {t(`footer.${key}`)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
          <LinkButton to={signedIn ? "/home" : "/login"} look="secondary" compact>
            {signedIn ? t("frame.home") : t("frame.signIn")}
          </LinkButton>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-[75rem] grow px-4 py-8 outline-none sm:px-6 sm:py-12">
        {children}
      </main>
      <SiteFooter />
    </div>
  );
}
