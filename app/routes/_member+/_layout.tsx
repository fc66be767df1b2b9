/** The guard and the frame of every member page. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";

import { withMember } from "~/auth/with-member.server";
import { ErrorPage, RouteError } from "~/components/error-page";
import { MemberFrame } from "~/components/frame";
import { ViewBanner } from "~/components/frame/view-banner";
import { DeactivatedNotice, SuspendedNotice } from "~/components/member/account-notice";
import { useMemberPlace } from "~/components/member/place";
import { useMemberFrame } from "~/components/member/use-frame";
import { memberFrame } from "~/db/ledger.server";
import { ownLanguageCookie } from "~/i18n/i18n.server";

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => {
    const frame = await memberFrame(token);
    // Staff who look at these pages keep the language they read.
    const cookie = frame.viewing ? null : ownLanguageCookie(request, frame.member.language);
    return data(frame, cookie ? { headers: { "Set-Cookie": cookie } } : undefined);
  });
}

export default function MemberLayout() {
  const frame = useLoaderData<typeof loader>();
  const place = useMemberPlace();
  return (
    <MemberFrame frame={frame} {...(place ? { place } : {})}>
      {frame.viewing ? <ViewBanner member={frame.member} viewing={frame.viewing} /> : null}
      {frame.member.status === "suspended" ? <SuspendedNotice /> : null}
      {frame.member.deactivated_at ? <DeactivatedNotice /> : null}
      <Outlet />
    </MemberFrame>
  );
}

/** A page that failed keeps the frame; if the frame itself could not be loaded, the whole page says so. */
export function ErrorBoundary() {
  const frame = useMemberFrame();
  if (!frame) return <ErrorPage />;
  return (
    <MemberFrame frame={frame}>
      {frame.viewing ? <ViewBanner member={frame.member} viewing={frame.viewing} /> : null}
      <RouteError />
    </MemberFrame>
  );
}
