/** The guard of the staff side: nobody without a staff session that has proven the mailbox twice gets past it. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useRouteLoaderData } from "@remix-run/react";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { ErrorPage, RouteError } from "~/components/error-page";
import { AdminFrame } from "~/components/frame";
import { layoutId } from "~/components/admin/use-staff";
import { staffFrame } from "~/db/office.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data({ frame: await staffFrame(token) }));
}

export default function AdminLayout() {
  const { frame } = useLoaderData<typeof loader>();
  return (
    <AdminFrame frame={frame}>
      <Outlet />
    </AdminFrame>
  );
}

/** A page that failed keeps the rail; when the rail itself could not be loaded, the whole page stands in. */
export function ErrorBoundary() {
  const loaded = useRouteLoaderData<typeof loader>(layoutId);
  if (!loaded) return <ErrorPage />;
  return (
    <AdminFrame frame={loaded.frame}>
      <RouteError />
    </AdminFrame>
  );
}
