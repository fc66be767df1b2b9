import type { ReactNode } from "react";

import { light } from "./palette";

/** Running text. Quiet is for what comes after the news: what to do if something is wrong. */
export function Paragraph({ quiet = false, children }: { quiet?: boolean; children: ReactNode }) {
  return (
    <p
      className={quiet ? "quiet" : "ink"}
      style={{ color: quiet ? light.quiet : light.ink, fontSize: quiet ? 14 : 16, lineHeight: quiet ? "21px" : "24px", margin: "0 0 16px" }}
    >
      {children}
    </p>
  );
}
