import { useTranslation } from "react-i18next";

import { Card, LinkButton, Progress } from "~/components/ui";
import { useLookAgain } from "~/components/use-look-again";
import type { WhatIf } from "~/db/compensation.server";
import { formatCount } from "~/money/format";

/** How far a run is. With JavaScript the page looks again by itself; without it a link does. */
export function WhatIfProgress({ run, here }: { run: WhatIf; here: string }) {
  const { t, i18n } = useTranslation("admin");
  useLookAgain(true);
  const number = (value: number) => formatCount(String(value), i18n.language);
  return (
    <Card title={run.state === "waiting" ? t("whatIf.waiting") : t("whatIf.running")}>
      <div className="flex flex-col gap-4">
        <div role="status">
          <Progress label={t("whatIf.running")} value={run.done} max={Math.max(run.counts, 1)}>
            {run.state === "waiting" ? t("whatIf.waitingText") : t("whatIf.progress", { done: number(run.done), counts: number(run.counts) })}
          </Progress>
        </div>
        <div>
          <LinkButton to={here} look="secondary">
            {t("whatIf.lookAgain")}
          </LinkButton>
        </div>
      </div>
    </Card>
  );
}
