import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { CopyValue, Notice } from "~/components/ui";

/** Stands on top of what was just made: that it worked, its reference, and what comes next. */
export function Receipt({ title, reference, children }: { title: ReactNode; reference: string | null; children: ReactNode }) {
  const { t } = useTranslation("member");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      <Notice tone="success" title={title} live>
        <div className="flex flex-col gap-3">
          <div>{children}</div>
          {reference ? (
            <div>
              <p className="mb-1 text-xs text-quiet">{t("receipt.reference")}</p>
              <CopyValue value={reference} label={t("receipt.reference")} />
            </div>
          ) : null}
        </div>
      </Notice>
    </div>
  );
}
