import { Link } from "@remix-run/react";

import type { Way } from "~/db/network.server";

type Props = { way: Way; label: string; company: string; here: string; skipped: string; href: (member: string | null) => string };

/** The way from the top down to where one is; what lies far between is left out. */
export function WayNav({ way, label, company, here, skipped, href }: Props) {
  if (way.nodes.length === 0) return null;
  return (
    <nav aria-label={label}>
      <ol className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        {way.nodes.map(({ member, name }, index) => (
          <li key={member ?? "company"} className="flex items-center gap-2">
            <Link to={href(member)} className="inline-block min-h-6 wrap-anywhere underline decoration-line-strong underline-offset-4">
              {name ?? company}
            </Link>
            <span aria-hidden="true">›</span>
            {index === 0 && way.skipped > 0 ? <span className="text-quiet">{skipped} ›</span> : null}
          </li>
        ))}
        <li aria-current="page" className="font-strong wrap-anywhere">
          {here}
        </li>
      </ol>
    </nav>
  );
}
