import { Form, Link, useSearchParams } from "@remix-run/react";
import { Search } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "./button";

export type Filter =
  | { name: string; label: string; type: "select"; options: { value: string; label: string }[] }
  | { name: string; label: string; type: "date" }
  | { name: string; label: string; type: "search"; placeholder?: string };

const control = "min-h-11 w-full rounded-control border border-line-strong bg-surface px-2 text-sm sm:px-3";

/** Filters of a list as an ordinary GET form: the address is the state, so it can be shared, and it works without JavaScript. */
export function FilterBar({ filters }: { filters: Filter[] }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const id = useId();
  const used = filters.some(({ name }) => search.get(name));
  return (
    <Form method="get" role="search" className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap">
      {filters.map((filter) => {
        const field = `${id}-${filter.name}`;
        const value = search.get(filter.name) ?? "";
        return (
          <div key={filter.name} className={filter.type === "search" ? "col-span-2 min-w-0 grow basis-56" : "min-w-0 sm:min-w-36"}>
            <label htmlFor={field} className="mb-1 block text-xs text-quiet">
              {filter.label}
            </label>
            {filter.type === "select" ? (
              <select key={value} id={field} name={filter.name} defaultValue={value} className={control}>
                <option value="">{t("all")}</option>
                {filter.options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ))}
              </select>
            ) : (
              <input
                key={value}
                id={field}
                name={filter.name}
                type={filter.type}
                defaultValue={value}
                placeholder={filter.type === "search" ? filter.placeholder : undefined}
                className={control}
              />
            )}
          </div>
        );
      })}
      <div className="col-span-2 flex items-center gap-3">
        <Button type="submit" look="secondary">
          <Search aria-hidden="true" className="size-4" />
          {t("apply")}
        </Button>
        {used ? (
          <Link to="?" className="link inline-flex min-h-9 items-center text-sm">
            {t("clearFilters")}
          </Link>
        ) : null}
      </div>
    </Form>
  );
}
