import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

/** Something kept closed until asked for: rare or final actions, long details. Works without JavaScript. */
export function Disclosure({ summary, children, open = false }: { summary: ReactNode; children: ReactNode; open?: boolean }) {
  return (
    <details open={open} className="group min-w-0 rounded-card border border-line bg-surface">
      <summary className="flex min-h-12 list-none items-center justify-between gap-3 px-4 text-sm font-strong sm:px-5 [&::-webkit-details-marker]:hidden">
        {summary}
        <ChevronDown aria-hidden="true" className="size-4 flex-none text-quiet group-open:rotate-180" />
      </summary>
      <div className="border-t border-line px-4 py-4 sm:px-5">{children}</div>
    </details>
  );
}
