import { useTranslation } from "react-i18next";

import { Badge, type Tone } from "~/components/ui";
import type { Clocks } from "~/db/messaging.server";

const tones: Record<Clocks["standing"], Tone> = {
  waiting: "warning",
  acknowledge_late: "danger",
  in_work: "info",
  soon: "warning",
  resolve_late: "danger",
  resolved: "success",
  resolved_late: "neutral",
};

/** How a grievance stands by the business date. */
export function StandingBadge({ standing }: { standing: Clocks["standing"] }) {
  const { t } = useTranslation();
  return <Badge tone={tones[standing]}>{t(`standing.${standing}`)}</Badge>;
}
