import { useActionData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/**
 * While work is running the page looks again by itself, every so many milliseconds; without JavaScript a link does. It does not while it shows what an
 * action refused: that would be gone with the next look, and with it what was typed.
 */
export function useLookAgain(busy: boolean, everyMs = 3_000): void {
  const { revalidate, state } = useRevalidator();
  const shown = useActionData() !== undefined;
  useEffect(() => {
    // One look at a time: a second one would break off a slow first one.
    if (!busy || shown || state !== "idle") return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") revalidate();
    }, everyMs);
    return () => clearInterval(timer);
  }, [busy, everyMs, revalidate, shown, state]);
}
