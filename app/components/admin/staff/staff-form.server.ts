import { z } from "zod";

import { normalEmail } from "~/auth/login.server";
import { isProblem } from "~/db/db-error.server";
import { staffRoles } from "~/db/staff.server";
import { refuseWith, requestKey } from "~/forms/submission.server";
import { intentField } from "../check-answers.server";
import { line } from "../fields.server";
import { refuseReason } from "../refuse-reason.server";

/** What both forms ask: role, the member this person is, why. */
const standing = () => ({
  role: z.enum(staffRoles, { error: "role_missing" }),
  member: z.string().trim().toLowerCase().max(254).optional().transform((email) => email || null),
  reason: line("staff_reason_missing", 1000),
  key: requestKey(),
  intent: intentField(),
});

export const newStaffSchema = () => z.object({ email: z.string({ error: "required" }).transform(normalEmail).pipe(z.email().max(254)), name: line("staff_name_missing", 80), ...standing() });
export const changeSchema = () => z.object({ active: z.enum(["yes", "no"], { error: "work_missing" }), ...standing() });

/** A refusal in the words of these forms: who reads them is not the person it is about. */
export function refuseStaff(submission: Parameters<typeof refuseWith>[0], error: unknown) {
  if (isProblem(error) && error.code === "email_taken") return refuseWith(submission, "email", "staff_email_taken", {}, error.status);
  if (isProblem(error) && error.code === "not_found" && error.field === "member") return refuseWith(submission, "member", "staff_member_unknown", {}, error.status);
  return refuseReason(submission, error);
}
