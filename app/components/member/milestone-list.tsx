import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { DateText, Money, Progress, StateBadge } from "~/components/ui";
import type { Referrals } from "~/db/referral.server";
import { formatCount } from "~/money/format";

type Item = Referrals["milestones"][number];

/** What the badge says: the claim where there is one, else where the offer stands. */
export function milestoneState({ claim, state }: Pick<Item, "claim" | "state">): string {
  if (claim?.state === "approved") return claim.payment === "awaiting" ? "awaiting_funding" : "posted";
  if (claim?.state === "pending") return "pending";
  return state;
}

/** Rewards for so many active members, the nearest first, each with how far one is. */
export function MilestoneList({ milestones, active }: { milestones: Item[]; active: number }) {
  const { t, i18n } = useTranslation("member");
  return (
    <ul className="divide-y divide-line">
      {milestones.map((one) => (
        <li key={one.id} className="relative flex flex-col gap-2 px-4 py-4 hover:bg-sunken sm:px-5">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <Link to={`/milestones/${one.id}`} className="font-strong underline decoration-line-strong underline-offset-4 after:absolute after:inset-0">
              {one.name}
            </Link>
            <span className="font-strong">
              <Money amount={one.reward} currency={one.currency} />
            </span>
          </div>
          <Progress value={Math.min(active, one.needed)} max={one.needed} label={one.name}>
            {t("milestone.progress", { active: formatCount(String(Math.min(active, one.needed)), i18n.language), needed: formatCount(String(one.needed), i18n.language) })}
          </Progress>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-quiet">
            {one.state === "open" && !one.claim && active >= one.needed ? <span className="font-strong text-success">{t("milestone.ready")}</span> : <StateBadge state={milestoneState(one)} />}
            {one.state === "soon" ? <span>{t("milestone.from")} <DateText value={one.starts_on} /></span> : null}
            {one.state === "open" && one.ends_on ? <span>{t("milestone.until")} <DateText value={one.ends_on} /></span> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
