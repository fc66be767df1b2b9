import { z } from "zod";

import { line } from "~/components/admin/fields.server";
import { audiences, type AnnouncementTexts, type Audience } from "~/db/announcement.server";
import { requestKey } from "~/forms/submission.server";

const dayOrNone = z.union([z.literal(""), z.iso.date()]).optional().transform((text) => text || null);
const lineOrNone = z.string().trim().max(120).optional().transform((text) => text || null);
const bodyOrNone = z.string().trim().max(4000).optional().transform((text) => text || null);

const fields = {
  title_en: line("announcement_missing", 120),
  body_en: line("announcement_missing", 4000),
  title_es: lineOrNone,
  body_es: bodyOrNone,
  title_hi: lineOrNone,
  body_hi: bodyOrNone,
  audience: z.enum(audiences),
  from_on: dayOrNone,
  until_on: dayOrNone,
};

export const newAnnouncement = () => z.object({ ...fields, key: requestKey() });

/** The forms of an announcement's page, told apart by what they do. */
export const announcementAction = () =>
  z.discriminatedUnion("intent", [
    z.object({ intent: z.literal("save"), ...fields, key: requestKey() }),
    z.object({ intent: z.literal("publish"), version: z.coerce.number().int().positive(), notify: z.literal("on").optional() }),
    z.object({ intent: z.literal("withdraw") }),
  ]);

type Typed = AnnouncementTexts & { audience: Audience; from_on: string | null; until_on: string | null; key: string };

export const savedAs = (announcement: string | null, { audience, from_on, until_on, key, title_en, body_en, title_es, body_es, title_hi, body_hi }: Typed) => ({
  announcement, audience, from: from_on, until: until_on, key, texts: { title_en, body_en, title_es, body_es, title_hi, body_hi },
});

export const announcementFields = ["title_en", "body_en", "title_es", "body_es", "title_hi", "body_hi", "audience", "from_on", "until_on"];
