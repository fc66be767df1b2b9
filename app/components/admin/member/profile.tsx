import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Avatar, Card, DateText, DescriptionList, TimeText } from "~/components/ui";
import type { StaffMember } from "~/db/office.server";

/** What staff may know about the person. */
export function Profile({ loaded: { member, referrer, sessions } }: { loaded: Pick<StaffMember, "member" | "referrer" | "sessions"> }) {
  const { t } = useTranslation("admin");
  const seen = sessions.map(({ seen_at }) => seen_at).sort().at(-1);
  return (
    <Card title={t("member.profile")}>
      <div className="mb-4">
        <Avatar src={member.photo ? `/admin/members/photos/${member.id}?of=${member.photo}` : null} name={member.name} />
      </div>
      <DescriptionList
        items={[
          { term: t("members.email"), value: <span className="break-all">{member.email}</span> },
          member.mobile ? { term: t("member.mobile"), value: member.mobile } : null,
          member.username ? { term: t("member.username"), value: member.username } : null,
          { term: t("members.joined"), value: <DateText value={member.joined_at} /> },
          member.referral_code ? { term: t("member.code"), value: <code className="font-mono">{member.referral_code}</code> } : null,
          {
            term: t("member.referrer"),
            value: referrer ? (
              <Link to={`/admin/members/${referrer.id}`} className="link">
                {referrer.name}
              </Link>
            ) : (
              <span className="text-quiet">{t("member.nobody")}</span>
            ),
          },
          member.deactivated_at ? { term: t("member.deactivated"), value: <TimeText value={member.deactivated_at} /> } : null,
          { term: t("member.kyc"), value: member.kyc_approved_at ? <DateText value={member.kyc_approved_at} /> : <span className="text-quiet">{t("member.notYet")}</span> },
          member.timezone ? { term: t("plan.zone"), value: member.timezone } : null,
          { term: t("member.sessions"), value: sessions.length, note: seen ? <>{t("sessions.seen")} <TimeText value={seen} /></> : undefined },
        ]}
      />
    </Card>
  );
}
