import { Form } from "@remix-run/react";
import { Search } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "~/components/ui";
import { controlClass } from "~/forms/field-parts";

/** The box of the search page: what was typed stays in it, and what is wrong with it is said at it. */
export function SearchForm({ text, fault }: { text: string; fault: string | null }) {
  const { t } = useTranslation("admin");
  const id = useId();
  return (
    <Form method="get" role="search" aria-label={t("search.title")} className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-strong">
        {t("search.label")}
      </label>
      <div id={`${id}-hint`} className="text-sm text-quiet">
        {t("search.hint")}
      </div>
      {fault === null ? null : (
        <p id={`${id}-fault`} role="alert" className="text-sm font-strong text-danger">
          {fault}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <div className="min-w-0 grow basis-64">
          <input
            key={text}
            id={id}
            type="search"
            name="search"
            defaultValue={text}
            autoComplete="off"
            aria-invalid={fault === null ? undefined : true}
            aria-describedby={fault === null ? `${id}-hint` : `${id}-fault ${id}-hint`}
            className={controlClass(fault !== null)}
          />
        </div>
        <Button type="submit">
          <Search aria-hidden="true" className="size-4" />
          {t("search.submit")}
        </Button>
      </div>
    </Form>
  );
}
