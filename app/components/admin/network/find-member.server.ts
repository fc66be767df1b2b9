import { staffMembers } from "~/db/office.server";

/** The one member whom an email, username or referral code names; null when it is none, or not exactly one. */
export async function findMember(token: string, search: string): Promise<string | null> {
  const { items } = await staffMembers(token, { search }, { limit: 2 });
  const exact = items.filter((one) => one.email === search.toLowerCase());
  const [only, other] = exact.length > 0 ? exact : items;
  return only && !other ? only.id : null;
}
