import { useId, type ReactNode } from "react";

import { classes } from "./classes";

type CardProps = {
  title?: ReactNode;
  /** a link or badge at the right of the title */
  action?: ReactNode;
  children: ReactNode;
  /** false for content that brings its own edges: tables, lists */
  padded?: boolean;
  className?: string;
};

export function Card({ title, action, children, padded = true, className }: CardProps) {
  const id = useId();
  return (
    <section aria-labelledby={title ? id : undefined} className={classes("min-w-0 rounded-card border border-line bg-surface shadow-card", className)}>
      {title ? (
        <div className={classes("flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 sm:px-5", padded ? "pt-4" : "border-b border-line py-3")}>
          <h2 id={id} className="text-base">
            {title}
          </h2>
          {action ? <div className="text-sm">{action}</div> : null}
        </div>
      ) : null}
      <div className={classes(padded && "px-4 py-4 sm:px-5")}>{children}</div>
    </section>
  );
}

/** Cards in one, two, three or four columns, as the width allows. */
export function CardGrid({ children, columns = 3 }: { children: ReactNode; columns?: 2 | 3 | 4 }) {
  const shape = { 2: "md:grid-cols-2", 3: "sm:grid-cols-2 md:grid-cols-3", 4: "sm:grid-cols-2 md:grid-cols-4" }[columns];
  return <div className={classes("grid gap-4", shape)}>{children}</div>;
}
