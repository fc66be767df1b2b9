import { useTranslation } from "react-i18next";

import { CopyValue } from "~/components/ui";
import { Disclosure } from "../disclosure";

/** Exactly what is approved, and its hash: what is carried out is this and nothing else. */
export function Payload({ payload, hash }: { payload: Record<string, unknown>; hash: string }) {
  const { t } = useTranslation("admin");
  const shown = (value: unknown) => (value === null ? "–" : typeof value === "object" ? JSON.stringify(value) : String(value));
  return (
    <Disclosure summary={t("payload.title")}>
      <p className="mb-4 text-sm text-quiet">{t("payload.text")}</p>
      <dl className="mb-4 divide-y divide-line text-sm">
        {Object.entries(payload).map(([name, value]) => (
          <div key={name} className="flex flex-wrap justify-between gap-x-6 py-1.5">
            <dt className="font-mono text-xs font-normal text-quiet">{name}</dt>
            <dd className="min-w-0 break-all">{shown(value)}</dd>
          </div>
        ))}
      </dl>
      <p className="mb-1 text-sm text-quiet">{t("payload.hash")}</p>
      <CopyValue value={hash} label={t("payload.hash")} />
    </Disclosure>
  );
}
