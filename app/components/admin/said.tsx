import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Notice } from "~/components/ui";

const known = ["approved", "counted", "rejected", "cancelled", "asked", "saved", "created", "retired", "offered", "ended", "sent", "confirmed", "returned", "revoked", "versionAsked", "cleared", "clearedLast", "submitted", "matched", "unmatched", "explained", "inReview", "answered", "recoveryAsked", "claimOpened", "claimCancelled", "assigned", "acknowledged", "closed", "reopened", "delivered", "refunded", "placed", "released", "reversed", "fileMade", "answerTaken", "ruleAdded", "ruleEnded", "whatIfAsked", "whatIfRead", "retried", "mailRetried", "mailParked", "noted", "viewEnded", "viewOver", "published", "withdrawn", "importFileRead", "importFileRemoved", "importDropped", "importDue", "importChecking"] as const;
export type Said = (typeof known)[number];

/** Where an action leads to when it is done: the address says what happened, so it is told without JavaScript too. */
export function saidPath(path: string, said: Said): string {
  return `${path}?said=${said}`;
}

/** Tells what the last action did. */
export function SaidNotice() {
  const { t } = useTranslation("admin");
  const [search] = useSearchParams();
  const said = known.find((value) => value === search.get("said"));
  if (!said) return null;
  return (
    <Notice tone="success" live>
      {t(`said.${said}`)}
    </Notice>
  );
}
