import { z } from "zod";

/** A mobile number as E.164: what people put between the digits does not count, and 00 is another way to write +. */
export function readMobile(typed: string): string {
  const bare = typed.trim().replace(/[\s().\u00a0/-]/g, "");
  return bare.startsWith("00") ? `+${bare.slice(2)}` : bare;
}

const blankToNull = (text: string | undefined): string | null => {
  const trimmed = (text ?? "").trim();
  return trimmed === "" ? null : trimmed;
};

/** A person's name; the code says which one is missing. */
export const personName = (missing: string) =>
  z
    .string({ error: missing })
    .transform((text) => text.trim())
    .pipe(z.string().min(1, { error: missing }).max(80));

export const mobileNumber = () =>
  z
    .string({ error: "invalid_mobile" })
    .transform(readMobile)
    .pipe(z.string().regex(/^\+[1-9][0-9]{6,14}$/, { error: "invalid_mobile" }));

/** The shape of the sign-up form; field names are the desk's arguments. */
export const signUpSchema = () =>
  z.object({
    first_name: personName("first_name_missing"),
    last_name: personName("last_name_missing"),
    mobile: mobileNumber(),
    username: z
      .string()
      .optional()
      .transform((text) => blankToNull(text)?.toLowerCase() ?? null)
      .pipe(z.string().regex(/^[a-z][a-z0-9_]{2,14}$/, { error: "invalid_username" }).nullable()),
    referral: z.string().max(40).optional().transform(blankToNull),
    of_age: z.literal("on", { error: "age_unconfirmed" }),
    terms: z.literal("on", { error: "terms_unaccepted" }),
    terms_version: z.string().min(1).max(40),
    timezone: z.string().max(64).optional().transform(knownTimezone),
  });

/** What the browser says it lives in, when it is a zone; UTC otherwise and without scripts. */
export function knownTimezone(zone: string | undefined): string {
  if (!zone) return "UTC";
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
