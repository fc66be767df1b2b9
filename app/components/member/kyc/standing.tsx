import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { DateText, Notice } from "~/components/ui";
import type { MemberKyc } from "~/db/compliance.server";

/** Where the check stands, in a sentence, and what is to be done next. */
export function KycStanding({ kyc }: { kyc: MemberKyc }) {
  const { t } = useTranslation("member");
  switch (kyc.state) {
    case "approved":
      return (
        <Notice tone="success" title={t("kyc.approved.title")}>
          {kyc.expires_on ? <>{t("kyc.approved.until")} <DateText value={kyc.expires_on} />. </> : null}
          {t("kyc.approved.text")}
        </Notice>
      );
    case "submitted":
    case "in_review":
      return <Notice title={t("kyc.waiting.title")}>{t("kyc.waiting.text")}</Notice>;
    case "expired":
      return <Notice tone="warning" title={t("kyc.expired.title")}>{t("kyc.expired.text")}</Notice>;
    default:
      return (
        <>
          {kyc.reason ? <Notice tone="danger" title={t("kyc.rejected.title")}>{kyc.reason}</Notice> : null}
          {kyc.lacks === "profile" ? (
            <Notice tone="warning" title={t("kyc.lacks.profile")}>
              <Link to="/profile" className="link">
                {t("kyc.lacks.profileLink")}
              </Link>
            </Notice>
          ) : null}
        </>
      );
  }
}
