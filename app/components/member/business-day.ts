/** The calendar day some days before an instant, both in UTC: "2027-03-05T…" less 29 is "2027-02-04". */
export function dayBefore(instant: string, days: number): string {
  const day = new Date(`${instant.slice(0, 10)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - days);
  return day.toISOString().slice(0, 10);
}
