import { openBytes, sealBytes, type Place } from "~/auth/pii.server";

const place = (row: string): Place => ({ table: "compliance.claim_files", column: "file", row });

/** Documents of a claim lie sealed, each for its own row: they tell of people who are not members. */
export const sealClaimDocument = (id: string, bytes: Uint8Array): Uint8Array => sealBytes(place(id), bytes);
export const openClaimDocument = (id: string) => (stored: Uint8Array): Uint8Array => openBytes(place(id), stored);
