import type { ReactNode } from "react";

import { light } from "./palette";

/** The one sentence that must not be overlooked: a reason, a warning. */
export function Note({ children }: { children: ReactNode }) {
  return (
    <p
      className="note"
      style={{
        backgroundColor: light.sunken,
        borderLeft: `3px solid ${light.accent}`,
        borderRadius: 4,
        color: light.ink,
        fontSize: 16,
        lineHeight: "24px",
        margin: "0 0 16px",
        padding: "12px 16px",
        overflowWrap: "anywhere",
      }}
    >
      {children}
    </p>
  );
}
