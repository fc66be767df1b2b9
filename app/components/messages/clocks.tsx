import { useTranslation } from "react-i18next";

import { DescriptionList, TimeText } from "~/components/ui";
import type { Clocks as ClocksAnswer, Thread } from "~/db/messaging.server";

/** Both clocks of a grievance: until when, and when it happened. */
export function Clocks({ clocks, thread, zone }: { clocks: ClocksAnswer; thread: Pick<Thread, "opened_at" | "closed_at">; zone?: string }) {
  const { t } = useTranslation();
  const time = (value: string) => <TimeText value={value} {...(zone ? { zone } : {})} />;
  return (
    <DescriptionList
      items={[
        { term: t("clocks.received"), value: time(thread.opened_at) },
        { term: t("clocks.acknowledgeBy"), value: time(clocks.acknowledge_by), note: clocks.acknowledged_at ? <>{t("clocks.acknowledged")} {time(clocks.acknowledged_at)}</> : t("clocks.notYet") },
        { term: t("clocks.resolveBy"), value: time(clocks.resolve_by), note: thread.closed_at ? <>{t("clocks.resolved")} {time(thread.closed_at)}</> : t("clocks.notYet") },
      ]}
    />
  );
}
