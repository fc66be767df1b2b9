import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";

import { readToken } from "~/auth/session.server";
import { RouteError } from "~/components/error-page";
import { PublicFrame } from "~/components/frame";
import { publicSite } from "~/db/public.server";
import { sandboxOnly } from "~/dev/sandbox-only.server";
import { answerProblems } from "~/http/answer-problems.server";

export async function loader({ request }: LoaderFunctionArgs) {
  sandboxOnly();
  const site = await answerProblems(() => publicSite());
  return data({ site, signedIn: readToken(request) !== null });
}

export default function SandboxLayout() {
  const { site, signedIn } = useLoaderData<typeof loader>();
  return (
    <PublicFrame demo={site.demo} businessNow={site.business_now} signedIn={signedIn}>
      <Outlet />
    </PublicFrame>
  );
}

export function ErrorBoundary() {
  return (
    <PublicFrame>
      <RouteError />
    </PublicFrame>
  );
}
