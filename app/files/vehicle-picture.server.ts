import { staffVehicleSave } from "~/db/ev.server";
import { attachUpload } from "./attach-upload.server";
import { fileStore } from "./file-store.server";
import type { Upload } from "./read-upload.server";
import { drawWide } from "./reencode.server";

type Save = Omit<Parameters<typeof staffVehicleSave>[1], "picture">;

/** Saves a vehicle, with another picture when one was sent: drawn again in the catalogue's shape. The bytes of the picture before it go. */
export async function saveVehicle(token: string, save: Save, upload: Upload | null): Promise<{ vehicle: string } | "file_damaged"> {
  if (upload === null) return staffVehicleSave(token, { ...save, picture: null });
  const bytes = await drawWide(upload.bytes);
  if (bytes === null) return "file_damaged";
  const { vehicle, replaced } = await attachUpload({ ...upload, bytes }, async (file) => {
    const saved = await staffVehicleSave(token, { ...save, picture: file?.id ?? null });
    return { ...saved, file: saved.picture };
  });
  if (replaced !== null) await fileStore().remove(replaced);
  return { vehicle };
}
