import { Link } from "@remix-run/react";
import { ChevronRight } from "lucide-react";

import { Card } from "~/components/ui";
import { useLabel } from "../use-label";

/** What kind of method: the fields that follow depend on it. */
export function TypeChoice({ types }: { types: readonly string[] }) {
  const label = useLabel();
  return (
    <Card padded={false}>
      <ul className="divide-y divide-line">
        {types.map((type) => (
          <li key={type}>
            <Link to={`?type=${type}`} className="flex min-h-12 items-center justify-between gap-3 px-4 hover:bg-sunken sm:px-5">
              {label("methodType", type)}
              <ChevronRight aria-hidden="true" className="size-4 text-quiet" />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
