import type { Language } from "~/i18n/languages";

/** Who appears in the demonstration. Addresses end in .test, which no mail leaves for. */
const domain = "demo.coffer.test";
export const emailOf = (label: string): string => `${label}@${domain}`;

export type Role = "admin" | "operations" | "finance" | "support" | "auditor";

export const staff: readonly { label: string; name: string; role: Role }[] = [
  { label: "admin", name: "Helena Brandt", role: "admin" },
  { label: "operations", name: "Oskar Lund", role: "operations" },
  { label: "finance", name: "Farah Iqbal", role: "finance" },
  { label: "finance2", name: "Felix Moreau", role: "finance" },
  { label: "support", name: "Sara Costa", role: "support" },
  { label: "auditor", name: "Arjun Mehta", role: "auditor" },
];

export type MemberCast = { label: string; first: string; last: string; mobile: string; username: string | null; referredBy: string | null; timezone: string; language: Language };

export const members: readonly MemberCast[] = [
  { label: "ann", first: "Ann", last: "Lindqvist", mobile: "+46700000101", username: "ann", referredBy: null, timezone: "Europe/Stockholm", language: "en" },
  { label: "bo", first: "Bo", last: "Andersen", mobile: "+4520000102", username: "bo_a", referredBy: "ann", timezone: "Europe/Copenhagen", language: "en" },
  { label: "mo", first: "Mo", last: "Rahman", mobile: "+447700900103", username: null, referredBy: "ann", timezone: "Europe/London", language: "en" },
  { label: "priya", first: "Priya", last: "Nair", mobile: "+919800000104", username: "priya", referredBy: "bo", timezone: "Asia/Kolkata", language: "hi" },
  { label: "wei", first: "Wei", last: "Chen", mobile: "+6580000105", username: null, referredBy: null, timezone: "Asia/Singapore", language: "en" },
  { label: "diego", first: "Diego", last: "Fuentes", mobile: "+525500000106", username: "diego", referredBy: "mo", timezone: "America/Mexico_City", language: "es" },
  { label: "fatima", first: "Fatima", last: "El Amrani", mobile: "+212600000107", username: null, referredBy: null, timezone: "Africa/Casablanca", language: "en" },
  { label: "lena", first: "Lena", last: "Hoffmann", mobile: "+491700000108", username: "lena", referredBy: "ann", timezone: "Europe/Berlin", language: "en" },
  { label: "tomas", first: "Tomáš", last: "Novák", mobile: "+420600000109", username: null, referredBy: null, timezone: "Europe/Prague", language: "en" },
  { label: "grace", first: "Grace", last: "Okafor", mobile: "+2348000000110", username: "grace", referredBy: "diego", timezone: "Africa/Lagos", language: "en" },
];
