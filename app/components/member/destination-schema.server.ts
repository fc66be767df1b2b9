import { z } from "zod";

import { methodType, type MethodType } from "~/db/funding-shapes.server";
import { requestKey } from "~/forms/submission.server";

export function readDestinationType(text: string | null): MethodType | null {
  const parsed = methodType.safeParse(text);
  return parsed.success ? parsed.data : null;
}

const filled = (most: number) => z.string().trim().min(1).max(most);

/** A bank account has a name and a number, everything else an address; what a number or address may look like the database decides. */
export const destinationSchema = () => {
  const common = { intent: z.enum(["check", "send", "confirm", "change"]), key: requestKey(), label: filled(60) };
  return z.discriminatedUnion("type", [
    z.object({
      ...common,
      type: z.literal("BANK"),
      account_name: filled(120),
      account_number: filled(60),
      ifsc: z.string().trim().max(20).optional(),
      address: z.undefined().optional(),
    }),
    z.object({
      ...common,
      type: z.enum(["BTC", "ETH", "USDT_TRC20", "USDT_ERC20", "DOGE", "LTC"]),
      address: filled(128),
      account_name: z.undefined().optional(),
      account_number: z.undefined().optional(),
      ifsc: z.undefined().optional(),
    }),
  ]);
};
