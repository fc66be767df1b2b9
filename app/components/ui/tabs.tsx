import { NavLink } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { classes } from "./classes";

export type Tab = { to: string; label: string; count?: number; end?: boolean };

/** Places side by side, as links: each has its own address. */
export function Tabs({ items, label }: { items: Tab[]; label?: string }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={label ?? t("currentSection")} className="-mb-px border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-5">
        {items.map((item) => (
          <li key={item.to}>
            <NavLink
              to={item.to}
              end={item.end ?? true}
              className={({ isActive }) =>
                classes(
                  "inline-flex min-h-11 items-center gap-2 border-b-2 text-sm no-underline",
                  isActive ? "border-accent font-strong text-ink" : "border-transparent text-quiet hover:border-line-strong hover:text-ink",
                )
              }
            >
              {item.label}
              {item.count ? <span className="rounded-full bg-sunken px-2 text-xs tabular-nums text-quiet">{item.count}</span> : null}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
