import { useRouteError, useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { LinkButton } from "~/components/ui/button";
import { PublicFrame } from "~/components/frame/public-frame";
import { useFaultText } from "~/forms/use-fault-text";
import { errorKind } from "./error-kind";

/** The words alone, for a layout that keeps its own frame: `export { RouteError as ErrorBoundary }`. */
export function RouteError() {
  const { t } = useTranslation();
  const faultText = useFaultText();
  const { kind, seconds, fault } = errorKind(useRouteError());
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
