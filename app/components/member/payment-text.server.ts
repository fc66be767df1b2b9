import type { Method } from "~/db/funding.server";

/**
 * What a QR code of a method says: the bare address of a chain, which every wallet reads, or a UPI payment with the reference filled
 * in. Null: a bank without UPI, where there is nothing to scan.
 */
export function paymentText({ type, address, details, currency }: Pick<Method, "type" | "address" | "details" | "currency">, reference: string): string | null {
  if (type !== "BANK") return address;
  if (!details?.upi_id) return null;
  const query = new URLSearchParams({ pa: details.upi_id, pn: details.account_name ?? "", cu: currency, tn: reference });
  return `upi://pay?${query.toString().replace(/\+/g, "%20")}`;
}
