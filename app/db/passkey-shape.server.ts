import { z } from "zod";

import { id, instant, maybe } from "./shapes.server";

const hex = z.string().regex(/^([0-9a-f]{2})+$/);

/** How a browser may reach a passkey. */
export const transports = z.array(z.enum(["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"]));

export const passkey = z.object({
  id,
  /** what browsers call it */
  credential: hex,
  /** COSE key that its signatures are verified with */
  public_key: hex,
  transports,
  name: z.string(),
  added_at: instant,
  used_at: maybe(instant),
});
export type Passkey = z.output<typeof passkey>;
