import { isRouteErrorResponse, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { LinkButton } from "~/components/ui/button";
import { PublicFrame } from "~/components/frame/public-frame";
import { useFaultText } from "~/forms/use-fault-text";
import { encodeFault } from "~/forms/fault";
import { isRefusal, refusalForStatus, type RefusalKind } from "~/http/refusal";

type Told = { refusal?: unknown; seconds?: unknown; code?: unknown; params?: unknown };

/** What is known about an error: the kind of page, and the database's own code when it gave one. Never a stack. */
function useError(): { kind: RefusalKind; seconds: string; fault: string | undefined } {
  const error = useRouteError();
  if (!isRouteErrorResponse(error)) return { kind: "failed", seconds: "60", fault: undefined };
  const told: Told = error.data && typeof error.data === "object" ? (error.data as Told) : {};
  const params = told.params && typeof told.params === "object" ? (told.params as Record<string, unknown>) : {};
  const seconds = told.seconds ?? params.retry_after ?? "60";
  const unspecific = ["not_found", "internal", "unavailable", "rate_limited"];
  const fault = typeof told.code === "string" && !unspecific.includes(told.code) ? encodeFault(told.code, params) : undefined;
  return { kind: isRefusal(told.refusal) ? told.refusal : refusalForStatus(error.status), seconds: String(seconds), fault };
}

/** The words alone, for a layout that keeps its own frame: `export { RouteError as ErrorBoundary }`. */
export function RouteError() {
  const { t } = useTranslation();
  const faultText = useFaultText();
  const { kind, seconds, fault } = useError();
  const root = useRouteLoaderData("root") as { requestId?: string } | undefined;
  return (
    <div className="flex max-w-[36rem] flex-col items-start gap-4 py-6">
      <h1 className="text-xl sm:text-2xl">{t(`errors.${kind}.title`)}</h1>
      <p className="text-quiet">{fault ? faultText(fault) : t(`errors.${kind}.text`, { seconds })}</p>
      <LinkButton to="/" reloadDocument look="secondary">
        {t("errors.home")}
      </LinkButton>
      {kind === "failed" && root?.requestId ? <p className="text-xs text-quiet">{t("errors.reference", { id: root.requestId })}</p> : null}
    </div>
  );
}

/** The whole page: for the root and for audiences whose frame could not be loaded. */
export function ErrorPage() {
  return (
    <PublicFrame>
      <RouteError />
    </PublicFrame>
  );
}
