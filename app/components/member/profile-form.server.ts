import { z } from "zod";

import { mobileNumber, personName } from "~/auth/sign-up-form";
import type { Profile, ProfileDraft } from "~/db/compliance.server";
import { languages } from "~/i18n/languages";
import { isCountry } from "./countries";

const part = (most: number) => z.string().trim().max(most).optional();

/** Everything but the names and the mobile number can wait until the identity is checked. */
export const profileSchema = () =>
  z.object({
    first_name: personName("first_name_missing"),
    last_name: personName("last_name_missing"),
    mobile: mobileNumber(),
    country: z.string().refine(isCountry, "invalid_choice").optional(),
    address: part(200),
    city: part(80),
    state: part(80),
    zip: part(12),
    language: z.enum(languages),
  });

export function draftOf(typed: z.output<ReturnType<typeof profileSchema>>): ProfileDraft {
  const { first_name, last_name, mobile, country = null, address = null, city = null, state = null, zip = null, language } = typed;
  return { firstName: first_name, lastName: last_name, mobile, country, address, city, state, zip, language };
}

/** The form as it stands before anything is typed. */
export function valuesOf(profile: Profile): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(profile).map(([name, value]) => [name, value ?? undefined]));
}
