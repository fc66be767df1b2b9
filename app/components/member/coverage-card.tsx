import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Badge, Card, Percent } from "~/components/ui";

/** How much of what is owed to members is really there. The figure and its explanation are public. */
export function CoverageCard({ coverage }: { coverage: { currency: string; client: string | null; short: boolean } | null }) {
  const { t } = useTranslation("member");
  return (
    <Card
      title={t("coverage.title")}
      action={coverage ? <Badge tone={coverage.short ? "danger" : "success"}>{coverage.short ? t("coverage.short") : t("coverage.covered")}</Badge> : null}
    >
      {coverage?.client ? (
        <p className="text-sm text-quiet">
          <span className="block text-lg font-strong text-ink">
            <Percent rate={coverage.client} />
          </span>
          {t("coverage.text", { currency: coverage.currency })}
        </p>
      ) : (
        <p className="text-sm text-quiet">{t("coverage.none")}</p>
      )}
      <Link to="/coverage" className="link mt-2 inline-flex min-h-6 items-center text-sm">
        {t("coverage.open")}
      </Link>
    </Card>
  );
}
