/** Everything that has no place of its own in the bar. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { SignOut, UnreadCount } from "~/components/frame";
import type { MemberHandle } from "~/components/member/place";
import { useMemberFrame } from "~/components/member/use-frame";
import { Card, DescriptionList, Page, PageHeader, TimeText } from "~/components/ui";

export const handle: MemberHandle = { title: "member:more.title", place: "more" };

const groups = [
  { key: "money", links: [["deposits", "/deposits"], ["withdrawals", "/withdrawals"], ["destinations", "/destinations"], ["movements", "/wallet/movements"], ["history", "/wallet/history"], ["statements", "/statements"], ["exit", "/exit"], ["investments", "/investments"]] },
  { key: "network", links: [["tree", "/network"], ["pairs", "/network/pairs"], ["earnings", "/network/earnings"], ["payouts", "/payouts"], ["tax", "/tax"], ["vehicles", "/vehicles"], ["bookings", "/bookings"], ["referrals", "/referrals"]] },
  { key: "account", links: [["profile", "/profile"], ["kyc", "/kyc"], ["nominees", "/nominees"], ["security", "/security"], ["messages", "/messages"], ["notifications", "/notifications"], ["announcements", "/announcements"], ["sessions", "/sessions"], ["myData", "/my-data"], ["exports", "/exports"], ["deactivate", "/deactivate"], ["close", "/close"]] },
  { key: "about", links: [["coverage", "/coverage"], ["risk", "/risk"], ["terms", "/terms"], ["privacy", "/privacy"], ["contact", "/contact"], ["income", "/income-disclosure"], ["grievances", "/grievances"]] },
] as const;

export default function More() {
  const { t } = useTranslation("member");
  const frame = useMemberFrame();
  const unread = frame?.unread ?? { messages: 0, notices: 0 };
  return (
    <Page>
      <PageHeader title={t("more.title")} />
      <div className="grid items-start gap-6 sm:grid-cols-2 md:grid-cols-3">
        {groups.map(({ key, links }) => (
          <Card key={key} title={t(`more.${key}`)} padded={false}>
            <ul className="divide-y divide-line">
              {links.map(([name, to]) => (
                <li key={name} className="relative flex min-h-12 items-center justify-between gap-3 px-4 hover:bg-sunken sm:px-5">
                  <Link to={to} className="underline decoration-line-strong underline-offset-4 after:absolute after:inset-0">
                    {t(`more.links.${name}`)}
                  </Link>
                  <UnreadCount count={name === "messages" ? unread.messages : name === "notifications" ? unread.notices : 0} />
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </div>
      <div className="grid items-start gap-6 sm:grid-cols-2">
        {frame ? (
          <Card title={t("more.you")}>
            <DescriptionList
              items={[
                { term: t("more.name"), value: `${frame.member.first_name} ${frame.member.last_name}` },
                { term: t("more.email"), value: <span className="break-all">{frame.member.email}</span> },
                { term: t("more.code"), value: frame.member.referral_code },
                frame.last_login_at ? { term: t("more.lastLogin"), value: <TimeText value={frame.last_login_at} /> } : null,
              ]}
            />
            <p className="mt-3 text-sm text-quiet">{t("more.staff")}</p>
          </Card>
        ) : null}
        <Card title={t("more.here")}>
          <p className="text-sm text-quiet">{t("more.hereText")}</p>
          <div className="mt-2">
            <SignOut />
          </div>
        </Card>
      </div>
    </Page>
  );
}
