/** How somebody is placed in the tree (spec 4.2). */
export const placements = ["level_order", "left", "right", "weaker_leg", "extreme_left", "extreme_right"] as const;
