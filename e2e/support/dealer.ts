/** What dealers and their buyers do by posts, without a browser: journeys/dealer.spec.ts does it in one. */
import { expect } from "@playwright/test";

import { choiceOf, formWith, hiddenOf } from "./forms";
import type { Visitor } from "./visitor";

export const letters = (): string => Array.from({ length: 9 }, () => "abcdefghijkmnopqrstuvwxyz"[Math.floor(Math.random() * 25)]).join("");

export async function takePlace(member: Visitor): Promise<void> {
  const place = await member.post("/network", hiddenOf(formWith(await member.page("/network"), 'name="key"')));
  expect(place.status()).toBe(302);
}

/** Books a vehicle of the catalogue, the first one without a name; answers the address of the booking. */
export async function book(member: Visitor, { name = "", parts = "none" } = {}): Promise<string> {
  const links = [...(await member.page("/vehicles")).matchAll(/<a[^>]*href="(\/vehicles\/[0-9a-f-]{36})"[^>]*>([\s\S]*?)<\/a>/g)];
  const vehicle = links.find(([, , words]) => words?.includes(name))?.[1] ?? "";
  const booked = await member.post(vehicle, { ...hiddenOf(formWith(await member.page(vehicle), "parts")), parts, day: "5", intent: "confirm" });
  expect(booked.status()).toBe(302);
  return (booked.headers().location ?? "").replace(/\?.*/, "");
}

/** Says that a payment for a booking was made. */
export async function tell(member: Visitor, booking: string, amount: string): Promise<void> {
  const form = hiddenOf(formWith(await member.page(`${booking}/pay`), "amount"));
  const told = await member.post(`${booking}/pay`, { ...form, amount, transaction_reference: `UPI-${letters()}`, intent: "confirm" });
  expect(told.status()).toBe(302);
}

/** The code under which others are brought. */
export async function codeOf(member: Visitor): Promise<string> {
  const code = /\/login\?ref=([0-9A-Z]+)/.exec(await member.page("/referrals"))?.[1] ?? "";
  expect(code).not.toBe("");
  return code;
}

/** The operator's own money for commissions in rupees; answers the address of the request. */
export async function fundCommissions(operations: Visitor): Promise<string> {
  const path = "/admin/treasury/fund?currency=INR";
  const form = formWith(await operations.page(path), 'name="amount"');
  const asked = await operations.post(path, { ...hiddenOf(form), intent: "confirm", treasury: "commission", amount: "60000", method: choiceOf(form, "method"), note: "Commissions of this month" });
  expect(asked.status()).toBe(302);
  return (asked.headers().location ?? "").replace(/\?.*/, "");
}
