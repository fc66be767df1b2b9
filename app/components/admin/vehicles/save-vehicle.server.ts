import { redirect } from "@remix-run/node";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { readUpload } from "~/files/read-upload.server";
import { saveVehicle } from "~/files/vehicle-picture.server";
import { readForm, refuse, refuseWith } from "~/forms/submission.server";
import { languageOf } from "~/i18n/i18n.server";
import { refuseReason } from "../refuse-reason.server";
import { saidPath } from "../said";
import { vehicleSchema } from "./vehicle-form.server";

/** Reads the form of a vehicle (null: a new one) and saves it; a picture only when one was chosen. */
export async function saveFrom(request: Request, vehicle: string | null) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    const { form, upload, refused } = await readUpload(request, "picture");
    const submission = await readForm(form, vehicleSchema(languageOf(request)));
    if (refused) return refuseWith(submission, "picture", refused);
    if (upload?.type === "application/pdf") return refuseWith(submission, "picture", "photo_kind");
    if (submission.status !== "success") return refuse(submission);
    try {
      const saved = await saveVehicle(token, { vehicle, ...submission.value }, upload);
      if (saved === "file_damaged") return refuseWith(submission, "picture", saved);
      return redirect(saidPath(`/admin/vehicles/${saved.vehicle}`, vehicle === null ? "created" : "saved"));
    } catch (error) {
      return refuseReason(submission, error);
    }
  });
}
