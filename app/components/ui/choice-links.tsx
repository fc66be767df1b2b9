import { Link } from "@remix-run/react";

import { classes } from "./classes";

export type Choice = { to: string; label: string; chosen: boolean };

/** A few alternatives as links, the present one marked: the choice is the address. */
export function ChoiceLinks({ label, choices }: { label: string; choices: Choice[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-2 text-sm">
      <span className="text-quiet">{label}</span>
      {choices.map((choice) => (
        <Link
          key={choice.to}
          to={choice.to}
          aria-current={choice.chosen ? "true" : undefined}
          className={classes(
            "inline-flex min-h-9 items-center rounded-full border px-3",
            choice.chosen ? "border-accent bg-accent-soft font-strong text-accent" : "border-line-strong text-quiet hover:text-ink",
          )}
        >
          {choice.label}
        </Link>
      ))}
    </nav>
  );
}
