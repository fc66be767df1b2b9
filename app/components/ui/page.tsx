import type { ReactNode } from "react";

import { ToldAnswers } from "~/forms/told-answers";
import { Breadcrumbs, type Crumb } from "./breadcrumbs";
import { classes } from "./classes";

/** The column every page stands in; what an action refused and no form tells is told below its heading. `form` is the narrow one: long lines make forms hard to fill in. */
export function Page({ children, width = "content" }: { children: ReactNode; width?: "content" | "form" }) {
  return (
    <div className={classes("mx-auto flex w-full flex-col gap-6", width === "form" ? "max-w-[36rem]" : "max-w-[72rem]")}>
      <ToldAnswers>{children}</ToldAnswers>
    </div>
  );
}

type HeaderProps = {
  title: ReactNode;
  lead?: ReactNode;
  /** the level above, for pages below the second level */
  crumbs?: Crumb[];
  /** a short fact beside the title, such as a state badge */
  aside?: ReactNode;
  actions?: ReactNode;
};

export function PageHeader({ title, lead, crumbs, aside, actions }: HeaderProps) {
  return (
    <header className="order-first flex flex-col gap-2">
      {crumbs && crumbs.length > 0 ? <Breadcrumbs items={crumbs} /> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 text-xl sm:text-2xl">{title}</h1>
          {aside}
        </div>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </div>
      {lead ? <div className="max-w-[44rem] text-quiet">{lead}</div> : null}
    </header>
  );
}
