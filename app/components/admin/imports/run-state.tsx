import { useTranslation } from "react-i18next";

import { Card, LinkButton, Notice, Progress } from "~/components/ui";
import { useLookAgain } from "~/components/use-look-again";
import type { ImportRun } from "~/db/import.server";
import { encodeFault } from "~/forms/fault";
import { useFaultText } from "~/forms/use-fault-text";
import { formatTime } from "~/money/dates";
import { formatCount } from "~/money/format";

const underWay = (run: ImportRun | null): boolean => run?.state === "waiting" || run?.state === "running";

/** How far the worker is with checking a large import. With JavaScript the page looks again by itself; without it a link does. */
export function CheckState({ run, here }: { run: ImportRun | null; here: string }) {
  const { t, i18n } = useTranslation("admin");
  useLookAgain(underWay(run));
  if (run?.state === "failed") return <Notice tone="danger">{t("imports.checkStopped")}</Notice>;
  if (run === null || !underWay(run)) return null;
  const number = (value: number) => formatCount(value, i18n.language);
  return (
    <Card title={run.state === "waiting" ? t("imports.checkWaiting") : t("imports.checkRunning")}>
      <div className="flex flex-col gap-4">
        <div role="status">
          <Progress label={t("imports.checkRunning")} value={run.done} max={run.steps}>
            {run.state === "waiting" ? t("imports.checkWaitingText") : t("imports.checkProgress", { done: number(run.done + 1), steps: number(run.steps) })}
          </Progress>
        </div>
        <div>
          <LinkButton to={here} look="secondary">
            {t("imports.lookAgain")}
          </LinkButton>
        </div>
      </div>
    </Card>
  );
}

/** How far the worker is with posting a large import, or why it came to nothing. `here`: the page to look at again. */
export function PostingState({ run, here }: { run: ImportRun | null; here: string }) {
  const { t, i18n } = useTranslation("admin");
  const faultText = useFaultText();
  useLookAgain(underWay(run));
  if (run?.state === "failed" && run.problem) {
    const { code, params } = run.problem;
    const why = () => {
      if (code === "approver_gone") return t("imports.whyApprover");
      if (code === "import_stopped") return t("imports.whyStopped");
      if (code === "import_faulty") return t("imports.whyFaulty", { lines: params.count ?? "", file: params.file === "import" ? t("imports.whole") : `${params.file ?? ""}.csv`, line: params.line ?? "" });
      return faultText(encodeFault(code, params));
    };
    return (
      <Notice tone="danger" title={t("imports.postingFailed")}>
        <p>{why()}</p>
        {code === "approver_gone" ? null : <p>{t("imports.whySame")}</p>}
      </Notice>
    );
  }
  if (run === null || !underWay(run)) return null;
  return (
    <Notice tone="info" title={run.begun_at === null ? t("imports.postingWaiting") : t("imports.postingRunning", { time: formatTime(run.begun_at, i18n.language) })} live>
      <p className="mb-3">{t("imports.postingText")}</p>
      <LinkButton to={here} look="secondary" compact>
        {t("imports.lookAgain")}
      </LinkButton>
    </Notice>
  );
}
