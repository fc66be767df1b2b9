/**
 * Where an address is, as far as it says so itself: this computer, a private network, or the network it belongs to by its first part. Without a
 * register of places nothing more is known, and none is made up.
 */
export type NetworkPlace = { kind: "here" | "local" | "network" | "unknown"; prefix: string };

const here = /^(127\.\d+\.\d+\.\d+|::1)$/;
const local = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|f[cd][0-9a-f]{2}:|fe80:)/i;

/** `address` as the web saw it; an IPv4 one may come written as IPv6. */
export function placeOf(address: string): NetworkPlace {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (here.test(plain)) return { kind: "here", prefix: "" };
  if (local.test(plain)) return { kind: "local", prefix: "" };
  const four = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(plain)?.[1];
  if (four !== undefined) return { kind: "network", prefix: `${four}.*` };
  // A site is given 48 bits, written in three groups; "::" would stand for groups we cannot count here.
  const six = /^([0-9a-f]{1,4}:[0-9a-f]{1,4}:[0-9a-f]{1,4}):/i.exec(plain)?.[1];
  return six === undefined ? { kind: "unknown", prefix: "" } : { kind: "network", prefix: `${six}:*` };
}
