export const units = ["DAYS", "WEEKS", "MONTHS"] as const;
export type Unit = (typeof units)[number];

export function isUnit(value: string): value is Unit {
  return units.some((unit) => unit === value);
}
