import { useMatches, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { isNamespaceKey } from "~/i18n/keys";
import { errorKind } from "./error-kind";

type Title = { key: string; values?: Record<string, string | number> };

/**
 * What a route says about itself: `export const handle: RouteHandle = { title: "member:wallet.title" }`, or a function of the
 * loader's data for pages named after what they show; there is no data when the loader has refused.
 */
export type RouteHandle<Data = never> = { title: string | ((data: Data | undefined) => Title | string) };

/** The title of the deepest route that has one, "Plans · Coffer". Keys carry their namespace; plain text is shown as it is. */
export function usePageTitle(): string {
  const { t, i18n } = useTranslation();
  const matches = useMatches();
  const error: unknown = useRouteError() ?? undefined;
  const product = t("product");
  if (error !== undefined) return `${t(`errors.${errorKind(error).kind}.title`)} · ${product}`;
  for (const match of [...matches].reverse()) {
    const title = (match.handle as RouteHandle<unknown> | undefined)?.title;
    if (title === undefined) continue;
    const made = typeof title === "function" ? title(match.data) : title;
    const { key, values } = typeof made === "string" ? { key: made, values: undefined } : made;
    const translate = t as unknown as (key: string, values?: Record<string, string | number>) => string;
    return `${isNamespaceKey(key) && i18n.exists(key) ? translate(key, values) : key} · ${product}`;
  }
  return product;
}
