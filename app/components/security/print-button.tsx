import type { ReactNode } from "react";

import { Button } from "~/components/ui";
import { useHydrated } from "~/components/ui/use-hydrated";

/** Only where scripts run: without them the browser's own menu prints. */
export function PrintButton({ children }: { children: ReactNode }) {
  if (!useHydrated()) return null;
  return (
    <Button look="secondary" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
