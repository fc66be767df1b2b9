export const relations = ["spouse", "child", "parent", "sibling", "other"] as const;
export const mostNominees = 10;

export const rowNumbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
