import { Form, useLocation, useRouteLoaderData } from "@remix-run/react";
import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslation } from "react-i18next";

import { classes } from "~/components/ui/classes";

const choices = [
  { value: "system", Icon: Monitor },
  { value: "light", Icon: Sun },
  { value: "dark", Icon: Moon },
] as const;

/** Three small buttons that post the choice; the page comes back in it, with or without JavaScript. */
export function ThemeForm() {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const root = useRouteLoaderData("root") as { theme?: string } | undefined;
  const now = root?.theme ?? "system";
  return (
    <Form method="post" action="/resources/theme" preventScrollReset className="inline-flex" aria-label={t("theme.label")}>
      <input type="hidden" name="back" value={`${pathname}${search}`} />
      {choices.map(({ value, Icon }) => (
        <button
          key={value}
          type="submit"
          name="theme"
          value={value}
          aria-pressed={now === value}
          title={t(`theme.${value}`)}
          className={classes(
            "inline-flex size-9 items-center justify-center border border-line first-of-type:rounded-l-control last-of-type:rounded-r-control not-first-of-type:border-l-0",
            now === value ? "bg-accent-soft text-accent" : "bg-surface text-quiet hover:text-ink",
          )}
        >
          <Icon aria-hidden="true" className="size-4" />
          <span className="sr-only">{t(`theme.${value}`)}</span>
        </button>
      ))}
    </Form>
  );
}
