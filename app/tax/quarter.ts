/** Calendar quarters by name, `2027-Q1`: what the tax authority is told by. */
export function quarterOf(day: string): string {
  const [year = "", month = "1"] = day.split("-");
  return `${year}-Q${Math.ceil(Number.parseInt(month, 10) / 3)}`;
}

/** The quarter so many before (or after, below zero) the one a day lies in. */
export function quarterBefore(day: string, back: number): string {
  const [year = "", month = "1"] = day.split("-");
  const counted = Number.parseInt(year, 10) * 4 + Math.ceil(Number.parseInt(month, 10) / 3) - 1 - back;
  return `${Math.floor(counted / 4)}-Q${(counted % 4) + 1}`;
}
