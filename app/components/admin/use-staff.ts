import { useRouteLoaderData } from "@remix-run/react";

import { may, type Permission } from "~/auth/permissions";
import type { StaffFrameAnswer } from "~/db/office.server";

/** The layout's route id: its loader has asked who is here. */
export const layoutId = "routes/admin+/_layout";

/** Who is signed in, as the layout found out. */
export function useStaff(): StaffFrameAnswer {
  const loaded = useRouteLoaderData(layoutId) as { frame: StaffFrameAnswer } | undefined;
  if (!loaded) throw new Error("a staff page stands outside of its layout");
  return loaded.frame;
}

/** Whether to show something. What is possible the database decides. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useStaff();
  return (permission) => may(permissions, permission);
}
