import { data } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";

import { siteForFrame } from "~/auth/site.server";
import { RouteError } from "~/components/error-page";
import { PublicFrame } from "~/components/frame";
import { answerProblems } from "~/http/answer-problems.server";

export async function loader() {
  const { demo, business_now, minimum_age } = await answerProblems(() => siteForFrame());
  return data({ demo, business_now, minimum_age });
}

export default function AuthLayout() {
  const { demo, business_now } = useLoaderData<typeof loader>();
  return (
    <PublicFrame demo={demo} businessNow={business_now}>
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
