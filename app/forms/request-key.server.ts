import { randomUUID } from "node:crypto";

/** A fresh request key for a loader to hand to its form. */
export function newRequestKey(): string {
  return randomUUID();
}
