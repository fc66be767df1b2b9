/** The six ways of finding a place. */
export const placements = ["level_order", "left", "right", "weaker_leg", "extreme_left", "extreme_right"] as const;
