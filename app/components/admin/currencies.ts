/** Currencies an operator can offer; the database knows the same list and refuses any other. */
export const currencies = ["USD", "EUR", "INR", "GBP", "USDT", "BTC", "ETH", "LTC", "DOGE", "JPY"] as const;
