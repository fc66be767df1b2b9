import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Notice } from "~/components/ui";
import type { BatchDone } from "~/db/approval.server";
import { useFaultText } from "~/forms";

/** What became of a batch: how many took effect, how many wait for a second person, and which were refused and why. */
export function BatchResult({ done }: { done: BatchDone }) {
  const { t } = useTranslation("admin");
  const textOf = useFaultText();
  return (
    <>
      {done.approved + done.counted > 0 ? (
        <Notice tone="success" live>
          {[done.approved > 0 ? t("batch.approved", { count: done.approved }) : null, done.counted > 0 ? t("batch.counted", { count: done.counted }) : null].filter(Boolean).join(" ")}
        </Notice>
      ) : null}
      {done.refused.length > 0 ? (
        <Notice tone="danger" title={t("batch.refused", { count: done.refused.length })}>
          <ul className="flex flex-col gap-1">
            {done.refused.map(({ request, reference, code }) => (
              <li key={request}>
                <Link to={`/admin/requests/${request}`} className="link inline-block py-1">
                  {reference ?? request}
                </Link>
                : {textOf(code)}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </>
  );
}
