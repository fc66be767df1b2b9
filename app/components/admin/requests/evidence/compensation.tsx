import { useTranslation } from "react-i18next";

import { Card, Count, DescriptionList, LinkButton, Money } from "~/components/ui";
import { useFigureItems } from "../../compensation/figures";
import type { Evidence } from "../evidence.server";

/** The figures of a draft, what differs from the version before it, and in short what it would have done. */
export function CompensationEvidence({ evidence: { version, before, what_if: run } }: { evidence: Extract<Evidence, { kind: "compensation_activation" }> }) {
  const { t } = useTranslation("admin");
  const figures = useFigureItems();
  return (
    <>
      <Card title={t("compensation.version", { version: version.version })}>
        <DescriptionList items={figures(version, before)} />
      </Card>
      <Card title={t("whatIf.title")} action={<LinkButton to={`/admin/network/plan/${version.id}`} look="secondary">{t("whatIf.open")}</LinkButton>}>
        {run?.result ? (
          <DescriptionList
            items={[
              { term: t("whatIf.need"), value: <Money amount={run.result.need} currency={version.currency} signed /> },
              { term: t("whatIf.gaining"), value: <Count value={run.result.gaining} /> },
              { term: t("whatIf.losing"), value: <Count value={run.result.losing} /> },
            ]}
          />
        ) : (
          <p className="text-sm text-quiet">{t("whatIf.notYet")}</p>
        )}
      </Card>
    </>
  );
}
