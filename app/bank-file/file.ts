/** A file for the bank as the database answers it: amounts as decimal text, account numbers whole. */
export type BankLine = { no: number; reference: string; amount: string; account_name: string | null; account_number: string | null; ifsc: string | null };

export type BankFile = {
  reference: string;
  currency: string;
  made_at: string;
  from: { account_name: string | null; account_number: string | null; bank_name: string | null; ifsc: string | null };
  /** CSV columns in order: `Heading=field`, joined by commas (setting bank_file_columns) */
  columns: string;
  items: BankLine[];
};

/** Whether ISO 20022 can say it: three letters a currency, five decimals at most. Others leave as CSV alone. */
export const takesPain001 = ({ currency, items }: Pick<BankFile, "currency"> & { items: Pick<BankLine, "amount">[] }): boolean =>
  /^[A-Z]{3}$/.test(currency) && items.every(({ amount }) => /^[0-9]+(?:\.[0-9]{1,5})?$/.test(amount));
