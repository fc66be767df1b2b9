import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { useDocumentItems } from "~/components/admin/kyc/document-items";
import { countryName } from "~/components/member/countries";
import { Card, DescriptionList, Notice, StateBadge, TimeText } from "~/components/ui";
import { useMay } from "../../use-staff";
import type { Evidence } from "../evidence.server";

/** What a member says about themself, beside the documents that are to prove it. */
export function KycEvidence({ evidence: { kyc, profile, reviewer } }: { evidence: Extract<Evidence, { kind: "kyc" }> }) {
  const { t, i18n } = useTranslation("admin");
  const items = useDocumentItems();
  const reveals = useMay()("kyc.reveal");
  const stage = kyc.renewal?.state ?? kyc.state;
  const proposed = kyc.renewal?.document ?? null;
  return (
    <>
      {proposed ? <Notice title={t("kyc.renewal")}>{t("kyc.renewalText")}</Notice> : null}
      {stage === "submitted" ? <Notice tone="warning" title={t("kyc.notReviewed")}>{t("kyc.notReviewedText")}</Notice> : null}
      <Card title={t("kyc.person")}>
        <DescriptionList
          items={[
            { term: t("kyc.name"), value: `${profile.first_name} ${profile.last_name}` },
            { term: t("kyc.address"), value: [profile.address, `${profile.zip ?? ""} ${profile.city ?? ""}`.trim(), profile.state].filter(Boolean).join(", ") || "–" },
            { term: t("kyc.country"), value: profile.country ? countryName(profile.country, i18n.language) : "–" },
            { term: t("kyc.standing"), value: <StateBadge state={kyc.state === "submitted" ? "pending" : kyc.state} /> },
            (kyc.renewal ?? kyc).submitted_at ? { term: t("evidence.submitted"), value: <TimeText value={(kyc.renewal ?? kyc).submitted_at ?? ""} /> } : null,
            stage === "submitted" ? null : { term: t("kyc.reviewer"), value: reviewer },
          ]}
        />
      </Card>
      {[...(proposed ? [proposed] : []), ...kyc.documents].map((document) => (
        <Card
          key={document.id}
          title={document === proposed ? t(`kyc.newKind.${document.kind}`) : t(`kyc.kind.${document.kind}`)}
          action={
            reveals && document.sealed ? (
              <Link to={`/admin/kyc/${document.id}`} className="link inline-flex min-h-6 items-center">
                {t("kyc.whole")}
              </Link>
            ) : null
          }
        >
          <DescriptionList items={items(document)} />
        </Card>
      ))}
    </>
  );
}
