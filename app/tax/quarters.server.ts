/** The quarter an address asks for, as its first day: `2027-Q1`. Another text is none. */
export function quarterIn(text: string | null): string | null {
  const [, year, quarter] = /^(20\d\d)-Q([1-4])$/.exec(text ?? "") ?? [];
  return year === undefined || quarter === undefined ? null : `${year}-${String(Number.parseInt(quarter, 10) * 3 - 2).padStart(2, "0")}-01`;
}
