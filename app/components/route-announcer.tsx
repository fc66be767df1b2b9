import { useLocation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

/** Reads the new page's title out after a navigation by script, as a browser does after a page load. */
export function RouteAnnouncer({ title }: { title: string }) {
  const { pathname } = useLocation();
  const first = useRef(true);
  const [spoken, setSpoken] = useState("");
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    setSpoken(title);
  }, [pathname, title]);
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {spoken}
    </div>
  );
}
