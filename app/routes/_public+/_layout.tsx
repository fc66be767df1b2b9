import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";

import { readToken } from "~/auth/session.server";
import { PublicFrame } from "~/components/frame";
import { RouteError } from "~/components/error-page";
import { publicSite } from "~/db/public.server";
import { answerProblems } from "~/http/answer-problems.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const site = await answerProblems(() => publicSite());
  return data({ site, signedIn: readToken(request) !== null });
}

export default function PublicLayout() {
  const { site, signedIn } = useLoaderData<typeof loader>();
  return (
    <PublicFrame demo={site.demo} businessNow={site.business_now} signedIn={signedIn}>
      <Outlet />
    </PublicFrame>
  );
}

/** A page that failed keeps the frame; if the frame itself could not be loaded, the root's page stands in. */
export function ErrorBoundary() {
  return (
    <PublicFrame>
      <RouteError />
    </PublicFrame>
  );
}
