import { Link, NavLink } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { classes } from "~/components/ui/classes";
import { DemoBanner } from "./demo-banner";
import { FindingsBanner } from "./findings-banner";
import { LanguageForm } from "./language-form";
import { Wordmark } from "./mark";
import { SearchBox } from "./search-box";
import { SignOut } from "./sign-out";
import { SkipLink } from "./skip-link";
import { ThemeForm } from "./theme-form";

/** The part of `desk.staff_frame` the frame shows. */
export type AdminFrameData = {
  staff: { name: string; email: string; role: string };
  permissions: string[];
  waiting_total: number;
  messages: number;
  grievances: number;
  to_send: number;
  payouts_to_send: number;
  findings: number;
  demo: boolean;
  business_now: string;
};

const roles = ["admin", "operations", "finance", "support", "auditor"] as const;

function isRole(value: string): value is (typeof roles)[number] {
  return roles.some((role) => role === value);
}

/** Without the permission a place is not shown; the database refuses it in any case. */
const places = [
  { to: "/admin", key: "home", needs: null, count: null },
  { to: "/admin/requests", key: "requests", needs: "requests.read", count: "waiting_total" },
  { to: "/admin/withdrawals", key: "withdrawals", needs: "withdrawals.read", count: "to_send" },
  { to: "/admin/payouts", key: "payouts", needs: "payouts.read", count: "payouts_to_send" },
  { to: "/admin/members", key: "members", needs: "members.read", count: null },
  { to: "/admin/messages", key: "messages", needs: "messages.read", count: "messages" },
  { to: "/admin/grievances", key: "grievances", needs: "messages.read", count: "grievances" },
  { to: "/admin/announcements", key: "announcements", needs: "announcements.read", count: null },
  { to: "/admin/vehicles", key: "vehicles", needs: "bookings.read", count: null },
  { to: "/admin/bookings", key: "bookings", needs: "bookings.read", count: null },
  { to: "/admin/network", key: "network", needs: "members.read", count: null },
  { to: "/admin/plans", key: "plans", needs: "plans.read", count: null },
  { to: "/admin/milestones", key: "milestones", needs: "milestones.read", count: null },
  { to: "/admin/methods", key: "methods", needs: "methods.read", count: null },
  { to: "/admin/treasury", key: "treasury", needs: "treasury.read", count: null },
  { to: "/admin/tax", key: "tax", needs: "payouts.read", count: null },
  { to: "/admin/reports", key: "reports", needs: "reports.read", count: null },
  { to: "/admin/reconciliation", key: "reconciliation", needs: "reconciliation.read", count: null },
  { to: "/admin/documents", key: "documents", needs: "documents.read", count: null },
  { to: "/admin/books", key: "books", needs: "journals.read", count: null },
  { to: "/admin/imports", key: "imports", needs: "imports.prepare", count: null },
  { to: "/admin/jobs", key: "jobs", needs: "jobs.read", count: null },
  { to: "/admin/audit", key: "audit", needs: "audit.read", count: null },
  { to: "/admin/watch", key: "watch", needs: "findings.read", count: "findings" },
  { to: "/admin/staff", key: "staff", needs: "roles.read", count: null },
  { to: "/admin/settings", key: "settings", needs: "settings.read", count: null },
  { to: "/admin/security", key: "security", needs: null, count: null },
  { to: "/admin/sessions", key: "sessions", needs: null, count: null },
] as const;

/** The database counts what waits to a hundred. */
const countedTo = 100;

/** Left rail with counts of what waits. On a narrow screen the rail folds into a disclosure that needs no script. */
export function AdminFrame({ frame, children }: { frame: AdminFrameData; children: ReactNode }) {
  const { t } = useTranslation();
  const shown = places.filter(({ needs }) => needs === null || frame.permissions.includes(needs));
  const list = (
    <ul className="flex flex-col gap-0.5">
      {shown.map(({ to, key, count }) => {
        const waiting = count ? frame[count] : 0;
        const many = waiting >= countedTo;
        return (
          <li key={key}>
            <NavLink
              to={to}
              end={key === "home"}
              className={({ isActive }) =>
                classes(
                  "flex min-h-10 items-center justify-between gap-3 rounded-control px-3 text-sm",
                  isActive ? "bg-accent-soft font-strong text-accent" : "text-ink hover:bg-sunken",
                )
              }
            >
              {t(`admin.${key}`)}
              {waiting > 0 ? (
                <span className="rounded-full bg-warning-soft px-2 text-xs font-strong tabular-nums text-warning">
                  <span aria-hidden="true">{many ? `${countedTo - 1}+` : waiting}</span>
                  <span className="sr-only">{many ? t("frame.waitingMore", { number: countedTo - 1 }) : t("frame.waitingCount", { count: waiting })}</span>
                </span>
              ) : null}
            </NavLink>
          </li>
        );
      })}
    </ul>
  );
  const person = (
    <div className="flex flex-col gap-2 border-t border-line pt-3 text-sm">
      <div className="min-w-0 px-3">
        <p className="font-strong break-words">{frame.staff.name}</p>
        <p className="text-xs break-words text-quiet">{isRole(frame.staff.role) ? t(`role.${frame.staff.role}`) : frame.staff.role}</p>
        <p className="text-xs break-all text-quiet">{frame.staff.email}</p>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2 px-3">
        <SignOut />
        <ThemeForm />
        <LanguageForm />
      </div>
    </div>
  );
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      {frame.demo ? <DemoBanner businessNow={frame.business_now} wide /> : null}
      <div className="flex grow flex-col md:flex-row">
        <header className="no-print border-b border-line bg-surface md:w-60 md:flex-none md:border-r md:border-b-0">
          <div className="sticky top-0 hidden h-dvh flex-col gap-5 overflow-y-auto p-4 md:flex">
            <Link to="/admin" className="flex min-h-10 items-center px-2" aria-label={`${t("product")}: ${t("frame.admin")}`}>
              <Wordmark />
            </Link>
            <SearchBox />
            <nav aria-label={t("frame.admin")} className="grow">
              {list}
            </nav>
            {person}
          </div>
          <details className="group px-4 md:hidden">
            <summary className="flex min-h-14 list-none items-center justify-between gap-3 [&::-webkit-details-marker]:hidden">
              <Wordmark />
              <span className="inline-flex items-center gap-1.5 text-sm">
                {t("menu")}
                {frame.waiting_total > 0 ? (
                  <span className="rounded-full bg-warning-soft px-2 text-xs font-strong tabular-nums text-warning">{frame.waiting_total >= countedTo ? `${countedTo - 1}+` : frame.waiting_total}</span>
                ) : null}
                <ChevronDown aria-hidden="true" className="size-4 group-open:rotate-180" />
              </span>
            </summary>
            <SearchBox />
            <nav aria-label={t("frame.admin")} className="flex flex-col gap-4 pt-4 pb-4">
              {list}
              {person}
            </nav>
          </details>
        </header>
        <main id="content" tabIndex={-1} className="min-w-0 grow px-4 py-6 outline-none sm:px-6 sm:py-8 lg:px-8">
          <FindingsBanner findings={frame.findings} mayRead={frame.permissions.includes("findings.read")} />
          {children}
        </main>
      </div>
    </div>
  );
}
