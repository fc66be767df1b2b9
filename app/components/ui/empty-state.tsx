import type { ReactNode } from "react";

/** Says what would stand here and how to begin. */
export function EmptyState({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-2 px-4 py-8 sm:px-5">
      <p className="font-strong">{title}</p>
      {children ? <div className="max-w-[36rem] text-sm text-quiet">{children}</div> : null}
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  );
}
