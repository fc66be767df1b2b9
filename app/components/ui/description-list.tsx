import type { ReactNode } from "react";

export type Description = { term: ReactNode; value: ReactNode; note?: ReactNode };

/** Facts with their names: check-your-answers pages, receipts, details. Entries without a value are left out. */
export function DescriptionList({ items }: { items: (Description | null | false | undefined)[] }) {
  return (
    <dl className="divide-y divide-line">
      {items.map((item, index) =>
        item ? (
          <div key={index} className="flex flex-wrap justify-between gap-x-6 gap-y-0.5 py-2.5 first:pt-0 last:pb-0">
            <dt className="text-sm font-normal text-quiet">{item.term}</dt>
            <dd className="min-w-0 max-w-full grow text-right text-sm break-words">
              {item.value}
              {item.note ? <div className="text-xs text-quiet">{item.note}</div> : null}
            </dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
