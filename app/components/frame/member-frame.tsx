import { Link, NavLink } from "@remix-run/react";
import { Bell, ChartLine, Ellipsis, House, Users, Wallet } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { classes } from "~/components/ui/classes";
import { Money } from "~/components/ui/money";
import { DemoBanner } from "./demo-banner";
import { Wordmark } from "./mark";
import { SiteFooter } from "./site-footer";
import { SkipLink } from "./skip-link";
import { UnreadCount } from "./unread-count";

/** The part of `desk.member_frame` the frame shows. */
export type MemberFrameData = {
  member: { first_name: string; last_name: string };
  currency: string;
  wallets: { kind: string; currency: string; balance: string; available: string }[];
  pending: { deposits: number; withdrawals: number };
  unread: { messages: number; notices: number };
  business_now: string;
  demo: boolean;
};

const places = [
  { to: "/home", key: "home", Icon: House },
  { to: "/invest", key: "invest", Icon: ChartLine },
  { to: "/wallet", key: "wallet", Icon: Wallet },
  { to: "/network", key: "network", Icon: Users },
  { to: "/more", key: "more", Icon: Ellipsis },
] as const;

/** Pages that live under another place's tab although their address does not begin with it. */
export type MemberPlace = (typeof places)[number]["key"];

/** Top bar with the balance at a glance and five places; on a phone the places stand at the bottom, under the thumb. */
export function MemberFrame({ frame, place, children }: { frame: MemberFrameData; place?: MemberPlace; children: ReactNode }) {
  const { t } = useTranslation();
  const deposit = frame.wallets.find((wallet) => wallet.kind === "DEPOSIT" && wallet.currency === frame.currency);
  const waiting = frame.pending.deposits + frame.pending.withdrawals;
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      {frame.demo ? <DemoBanner businessNow={frame.business_now} /> : null}
      <header className="no-print border-b border-line bg-surface sm:sticky sm:top-0 sm:z-10">
        <div className="mx-auto flex max-w-[75rem] items-center justify-between gap-4 px-4 sm:px-6">
          <Link to="/home" className="flex min-h-14 items-center" aria-label={`${t("product")}: ${t("frame.home")}`}>
            <Wordmark />
          </Link>
          <nav aria-label={t("frame.member")} className="hidden self-stretch md:block">
            <ul className="flex h-full">
              {places.map(({ to, key }) => (
                <li key={key}>
                  <NavLink
                    to={to}
                    aria-current={place === key ? "page" : undefined}
                    className={({ isActive }) =>
                      classes(
                        "flex h-full items-center gap-1.5 border-b-2 px-4 text-sm",
                        isActive || place === key ? "border-accent font-strong text-ink" : "border-transparent text-quiet hover:text-ink",
                      )
                    }
                  >
                    {t(`frame.${key}`)}
                    {key === "wallet" && waiting > 0 ? <WaitingDot count={waiting} /> : null}
                    {key === "more" ? <UnreadCount count={frame.unread.messages} /> : null}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
          <div className="flex items-center gap-1 sm:gap-3">
            <Link to="/wallet" className="flex min-h-11 flex-col items-end justify-center leading-tight hover:text-accent">
              <span className="text-xs text-quiet">{t("frame.balance")}</span>
              <span className="text-sm font-strong">
                <Money amount={deposit?.available ?? "0.00"} currency={frame.currency} />
              </span>
            </Link>
            <Link to="/notifications" className="relative flex size-11 items-center justify-center rounded-control hover:bg-sunken hover:text-accent">
              <Bell aria-hidden="true" className="size-5" />
              <span className="sr-only">{t("frame.notifications")}</span>
              <UnreadCount count={frame.unread.notices} className="absolute top-0 -right-2" />
            </Link>
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-[75rem] grow px-4 py-6 outline-none sm:px-6 sm:py-8">
        {children}
      </main>
      <SiteFooter />
      <nav aria-label={t("frame.member")} className="no-print sticky bottom-0 z-10 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden">
        <ul className="grid grid-cols-5">
          {places.map(({ to, key, Icon }) => (
            <li key={key}>
              <NavLink
                to={to}
                aria-current={place === key ? "page" : undefined}
                className={({ isActive }) =>
                  classes(
                    "relative flex min-h-14 flex-col items-center justify-center gap-0.5 border-t-2 text-xs",
                    isActive || place === key ? "border-accent font-strong text-accent" : "border-transparent text-quiet",
                  )
                }
              >
                <Icon aria-hidden="true" className="size-5" />
                {t(`frame.${key}`)}
                {key === "wallet" && waiting > 0 ? <WaitingDot count={waiting} className="absolute top-1 right-1" /> : null}
                {key === "more" ? <UnreadCount count={frame.unread.messages} className="absolute top-1 right-1" /> : null}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

function WaitingDot({ count, className }: { count: number; className?: string }) {
  const { t } = useTranslation();
  return (
    <span className={classes("rounded-full bg-warning-soft px-1.5 text-xs font-strong tabular-nums text-warning", className)}>
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t("frame.waitingCount", { count })}</span>
    </span>
  );
}
