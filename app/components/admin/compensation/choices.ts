/** What becomes of pairs above the cap of a month. */
export const overCaps = ["defer", "flush"] as const;

/** When a unit counts. */
export const countOns = ["qualified_sale", "placement"] as const;
