import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

import { classes } from "./classes";

type StatProps = {
  label: ReactNode;
  value: ReactNode;
  note?: ReactNode;
  /** where this number is explained: every number can be opened */
  to?: string;
};

/** One figure with its name. With `to` the whole card opens the explanation. */
export function Stat({ label, value, note, to }: StatProps) {
  return (
    <div
      className={classes(
        "relative flex min-w-0 flex-col gap-1 rounded-card border border-line bg-surface px-4 py-4 shadow-card sm:px-5",
        to && "hover:border-line-strong",
      )}
    >
      <div className="text-sm text-quiet">
        {to ? (
          <Link to={to} className="inline-flex min-h-6 items-center underline decoration-line-strong underline-offset-4 after:absolute after:inset-0 after:rounded-card hover:text-ink">
            {label}
          </Link>
        ) : (
          label
        )}
      </div>
      <div className="numeral text-xl font-strong tracking-tight">{value}</div>
      {note ? <div className="text-sm text-quiet">{note}</div> : null}
    </div>
  );
}
