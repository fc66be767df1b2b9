/** Languages with a complete folder of messages. The first one is the fallback. */
export const languages = ["en", "es", "hi"] as const;
export type Language = (typeof languages)[number];

/** Each by the name its own readers look for, whatever language the page is in. */
export const languageNames: Record<Language, string> = { en: "English", es: "Español", hi: "हिन्दी" };

export const fallbackLanguage: Language = languages[0];

export const namespaces = ["common", "auth", "member", "ev", "network", "payout", "admin", "reports", "public", "problems", "mail"] as const;
export type Namespace = (typeof namespaces)[number];

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** Mails are rendered by the worker; every other audience reads its own words beside the common ones. */
const audienceOf: [prefix: string, namespace: Namespace][] = [
  ["routes/_auth+", "auth"],
  ["routes/_member+", "member"],
  ["routes/admin+", "admin"],
  ["routes/admin+/reports+", "reports"],
  ["routes/dev+", "mail"],
  ["routes/_public+", "public"],
  ["routes/_member+/vehicles+", "ev"],
  ["routes/_member+/bookings+", "ev"],
  ["routes/_member+/network+", "network"],
  ["routes/_member+/payouts+", "payout"],
  ["routes/_member+/tax", "payout"],
  // What proves somebody is said alike to members and staff.
  ["routes/_member+/security+", "auth"],
  ["routes/admin+/security+", "auth"],
];

/** The namespaces a page needs, from the ids of its matched routes, so that a member's browser never loads staff texts. */
export function namespacesOf(routeIds: string[]): Namespace[] {
  const own = audienceOf.filter(([prefix]) => routeIds.some((id) => id.startsWith(prefix))).map(([, namespace]) => namespace);
  return [...new Set<Namespace>(["common", "problems", ...own])];
}
