import { z } from "zod";

import { codedIntents } from "~/auth/coded-form.server";
import { methodType, type MethodType } from "~/db/funding-shapes.server";
import { requestKey } from "~/forms/submission.server";

export function readDestinationType(text: string | null): MethodType | null {
  const parsed = methodType.safeParse(text);
  return parsed.success ? parsed.data : null;
}

/** A form of another kind does not ask for it. */
const absent = () => z.undefined().optional().transform(() => null);

const filled = (most: number) => z.string().trim().min(1).max(most);

/** The database checks these shapes as well (funding.check_destination); here they only get words of their own. */
const numberShape = /^[0-9A-Za-z](?:[ -]?[0-9A-Za-z]){4,33}$/;
const ifscShape = /^[A-Za-z]{4}0[A-Za-z0-9]{6}$/;
const addressShape = /^[A-Za-z0-9:]{20,128}$/;

/** A bank account has a name and a number, everything else an address. */
export const destinationSchema = () => {
  const common = { intent: z.enum(codedIntents), key: requestKey(), label: filled(60) };
  return z.discriminatedUnion("type", [
    z.object({
      ...common,
      type: z.literal("BANK"),
      account_name: filled(120),
      account_number: filled(60).regex(numberShape, "account_number_shape"),
      ifsc: z.string().trim().regex(ifscShape, "ifsc_shape").optional().transform((code) => code ?? null),
      address: absent(),
    }),
    z.object({
      ...common,
      type: z.enum(["BTC", "ETH", "USDT_TRC20", "USDT_ERC20", "DOGE", "LTC"]),
      address: filled(300).regex(addressShape, "address_shape"),
      account_name: absent(),
      account_number: absent(),
      ifsc: absent(),
    }),
  ]);
};
