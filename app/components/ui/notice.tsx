import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

import { classes } from "./classes";

type NoticeTone = "info" | "success" | "warning" | "danger";

const looks = {
  info: { box: "border-info/40 bg-info-soft", mark: "text-info", Icon: Info },
  success: { box: "border-success/40 bg-success-soft", mark: "text-success", Icon: CircleCheck },
  warning: { box: "border-warning/40 bg-warning-soft", mark: "text-warning", Icon: TriangleAlert },
  danger: { box: "border-danger/40 bg-danger-soft", mark: "text-danger", Icon: CircleAlert },
} as const;

type NoticeProps = {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  /** true when it appears as the result of an action, so that it is read out */
  live?: boolean;
};

export function Notice({ tone = "info", title, children, live = false }: NoticeProps) {
  const { box, mark, Icon } = looks[tone];
  return (
    <div role={live ? (tone === "danger" ? "alert" : "status") : undefined} className={classes("flex gap-3 rounded-card border px-4 py-3", box)}>
      <Icon aria-hidden="true" className={classes("mt-0.5 size-5 flex-none", mark)} />
      <div className="min-w-0">
        {title ? <p className="font-strong">{title}</p> : null}
        {children ? <div className={classes("text-sm", title ? "mt-0.5" : "leading-6")}>{children}</div> : null}
      </div>
    </div>
  );
}
