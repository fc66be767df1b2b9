/** The terms among typed values, as text. */
export function typedTerms(values: Record<string, string>) {
  const { daily_rate = "", minimum = "", maximum = "", duration = "", unit = "", referral_rate = "", description = "", risk_text = "" } = values;
  return { daily_rate, minimum, maximum, duration, unit, referral_rate, description, risk_text };
}
