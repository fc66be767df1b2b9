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
        <>
          <Approved kyc={kyc} />
          {kyc.renewal ? (
            <Notice title={t("kyc.renewal.waiting")}>{t("kyc.renewal.waitingText")}</Notice>
          ) : kyc.renewable.length > 0 && kyc.expires_on ? (
            <Notice tone="warning" title={<>{t("kyc.renewal.ends")} <DateText value={kyc.expires_on} /></>}>
              <p>{t("kyc.renewal.endsText")}</p>
              <ul className="mt-2 flex flex-col gap-1">
                {kyc.renewable.map((kind) => (
                  <li key={kind}>
                    <Link to={`/kyc/new?kind=${kind}`} className="link inline-flex min-h-6 items-center">
                      {t(`kyc.renewal.send.${kind}`)}
                    </Link>
                  </li>
                ))}
              </ul>
            </Notice>
          ) : null}
          {kyc.reason ? <Notice tone="danger" title={t("kyc.renewal.rejected")}>{kyc.reason}</Notice> : null}
        </>
      );
    case "submitted":
    case "in_review":
      return <Notice title={t("kyc.waiting.title")}>{t("kyc.waiting.text")}</Notice>;
    case "expired":
      return (
        <>
          <Notice tone="warning" title={t("kyc.expired.title")}>{t(kyc.renewal ? "kyc.renewal.endedText" : "kyc.expired.text")}</Notice>
          {kyc.reason ? <Notice tone="danger" title={t("kyc.renewal.rejected")}>{kyc.reason}</Notice> : null}
        </>
      );
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

function Approved({ kyc }: { kyc: MemberKyc }) {
  const { t } = useTranslation("member");
  return (
    <Notice tone="success" title={t("kyc.approved.title")}>
      {kyc.expires_on ? <>{t("kyc.approved.until")} <DateText value={kyc.expires_on} />. </> : null}
      {kyc.renewal || kyc.renewable.length > 0 ? null : t("kyc.approved.text")}
    </Notice>
  );
}
