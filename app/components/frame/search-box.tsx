import { Form } from "@remix-run/react";
import { Search } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";

/** Looks for anything from any page of staff; an ordinary GET form. */
export function SearchBox() {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Form method="get" action="/admin/search" role="search" aria-label={t("frame.searchAll")} className="relative">
      <label htmlFor={id} className="sr-only">
        {t("frame.searchAll")}
      </label>
      <input
        id={id}
        type="search"
        name="search"
        required
        autoComplete="off"
        placeholder={t("frame.searchAll")}
        className="min-h-10 w-full min-w-0 rounded-control border border-line-strong bg-surface py-1 pr-11 pl-3 text-sm text-ink placeholder:text-quiet"
      />
      <button type="submit" className="absolute inset-y-0 right-0 flex w-10 items-center justify-center rounded-control text-quiet hover:text-ink">
        <Search aria-hidden="true" className="size-4" />
        <span className="sr-only">{t("search")}</span>
      </button>
    </Form>
  );
}
