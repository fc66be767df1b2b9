import { useTranslation } from "react-i18next";

import { Badge } from "~/components/ui";
import type { ApprovalRequest } from "~/db/approval.server";
import { useLabel } from "./use-label";
import { useStaff } from "./use-staff";

/** Where an open request stands for the person who looks: their turn, or whose. */
export function Standing({ request }: { request: ApprovalRequest }) {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const { permissions } = useStaff();
  const second = request.given > 0 && request.given < request.needed;
  const decides = permissions.includes("requests.decide");
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      {request.may_decide ? <Badge tone="accent">{t("requests.yourTurn")}</Badge> : null}
      {second ? <Badge tone="warning">{t("requests.waitingSecond")}</Badge> : null}
      {!request.may_decide && !second ? <Badge tone="warning">{t("requests.waiting", { count: request.needed })}</Badge> : null}
      {!request.may_decide && decides && request.why_not ? <span className="text-xs text-quiet">{label("why", request.why_not)}</span> : null}
    </span>
  );
}
