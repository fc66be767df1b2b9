type TypedTerms = Record<"daily_rate" | "minimum" | "maximum" | "duration" | "unit" | "referral_rate" | "description" | "risk_text", string>;

/** The terms among typed values, as text. */
export function typedTerms(values: Partial<TypedTerms>): TypedTerms {
  const { daily_rate = "", minimum = "", maximum = "", duration = "", unit = "", referral_rate = "", description = "", risk_text = "" } = values;
  return { daily_rate, minimum, maximum, duration, unit, referral_rate, description, risk_text };
}
