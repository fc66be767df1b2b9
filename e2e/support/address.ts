import { randomInt } from "node:crypto";

/** Where the application under test listens; playwright.config.ts sets it before anything else is loaded. */
export const baseURL = process.env.E2E_BASE_URL ?? "";

/**
 * An address of one's own. The limits per address stay on during the tests, so everybody comes from somewhere else, as in
 * life; the application trusts one proxy, which is us.
 */
export function ownAddress(): string {
  return `10.${randomInt(1, 255)}.${randomInt(0, 255)}.${randomInt(1, 255)}`;
}
