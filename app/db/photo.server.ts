/** A member's photo: seen by the member and by staff who may see the member. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import type { Attachment } from "./messaging.server";
import { file, id, maybe } from "./shapes.server";

const photo = z.object({ file });

export function memberPhoto(token: string): Promise<z.output<typeof photo>> {
  return read(photo, sql`select desk.member_photo(p_token => ${token}::text) as answer`);
}

export function staffPhoto(token: string, member: string): Promise<z.output<typeof photo>> {
  return read(photo, sql`select desk.staff_photo(p_token => ${token}::text, p_member => ${member}::uuid) as answer`);
}

/** `replaced`: the file whose bytes nobody needs any more. */
export function memberPhotoSave(token: string, given: Attachment | null): Promise<{ file: string; replaced: string | null }> {
  return ask(
    z.object({ file: id, replaced: maybe(id) }),
    sql`select desk.member_photo_save(p_token => ${token}::text, p_file => ${given?.id ?? null}::uuid, p_bytes => ${given?.bytes ?? null}::integer, p_sha256 => ${given?.sha256 ?? null}::text) as answer`,
  );
}

export function memberPhotoRemove(token: string): Promise<{ removed: string | null }> {
  return ask(z.object({ removed: maybe(id) }), sql`select desk.member_photo_remove(p_token => ${token}::text) as answer`);
}
