import { env } from "~/http/env.server";
import type { Language } from "./languages";

export const languageCookie = "language";

const year = 365 * 24 * 60 * 60;

/** A Set-Cookie line that keeps a language in this browser; only the server reads it. */
export function keepLanguage(language: Language): string {
  const secure = env().PUBLIC_URL.startsWith("https:") ? "; Secure" : "";
  return `${languageCookie}=${language}; Path=/; Max-Age=${year}; SameSite=Lax; HttpOnly${secure}`;
}
