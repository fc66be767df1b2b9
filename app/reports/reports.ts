/** The reports of staff by name: their columns in order, what may be chosen, and what is drawn. The page, its chart and every file of a report read this one list. */
export const reportNames = ["days", "sales", "activity", "wallets", "commissions", "accruals", "tax", "approvals", "liquidity"] as const;
export type ReportName = (typeof reportNames)[number];

export const isReportName = (text: string | undefined): text is ReportName => reportNames.some((name) => name === text);

export const exportFormats = ["csv", "xlsx", "pdf"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** How a value is written: `period` is the first day of a day, week, month or quarter, `seconds` a time that was waited. */
export type CellKind = "period" | "instant" | "text" | "wallet" | "movement" | "source" | "regime" | "count" | "amount" | "seconds";

type ColumnKey =
  | "on" | "joined" | "members" | "deposits" | "interest" | "commissions" | "leaving" | "other" | "change" | "fees" | "vehicle" | "booked" | "price" | "cancelled" | "external" | "emi" | "returned" | "net"
  | "signed_in" | "active" | "depositors" | "deposited" | "investors" | "invested" | "posted_at" | "member" | "wallet" | "kind" | "amount" | "source" | "count" | "earned" | "posted" | "held" | "awaiting" | "taken"
  | "plan" | "contracts" | "due" | "paid" | "regime" | "gross" | "tax" | "booked_tax" | "person" | "approved" | "rejected" | "sum" | "median" | "longest" | "principal" | "returns" | "cash" | "returns_left" | "commission_left"
  | "lines" | "in" | "out" | "value_on" | "week_from";
/** `label`: the heading where it is another than the one of its key. */
export type ReportColumn = { key: ColumnKey; as: CellKind; label?: ColumnKey };
export type ReportCell = string | number | null;
export type ReportRow = Readonly<Record<string, ReportCell>>;

type Report = {
  columns: readonly ReportColumn[];
  /** the column that stands first and large on a phone */
  main: ColumnKey;
  /** what a row is: the first column, unless said */
  title?: ColumnKey;
  /** drawn beside each other at each period, by name; a report by kind draws its sums */
  bars: readonly ColumnKey[];
  /** how the drawn values are written */
  drawn: "amount" | "count";
  /** whether days are asked for, and whether days or months may be chosen */
  dates: boolean;
  by: boolean;
  /** the one thing it can be narrowed to: a list that comes with the answer, or known words */
  part: "vehicle" | "plan" | "person" | "wallet" | "source" | null;
};

const amounts = (...keys: ColumnKey[]): ReportColumn[] => keys.map((key) => ({ key, as: "amount" }));
const counts = (...keys: ColumnKey[]): ReportColumn[] => keys.map((key) => ({ key, as: "count" }));
const on: ReportColumn = { key: "on", as: "period" };

export const reports: Record<ReportName, Report> = {
  days: {
    columns: [on, ...counts("joined", "members"), ...amounts("deposits", "interest", "commissions", "leaving", "other", "change", "fees")],
    main: "change", bars: ["deposits", "leaving"], drawn: "amount", dates: true, by: true, part: null,
  },
  sales: {
    columns: [on, { key: "vehicle", as: "text" }, ...counts("booked"), ...amounts("price"), ...counts("cancelled"), ...amounts("external", "emi", "returned", "net")],
    main: "net", bars: ["external", "emi"], drawn: "amount", dates: true, by: true, part: "vehicle",
  },
  activity: {
    columns: [on, ...counts("joined", "signed_in", "active", "depositors"), ...amounts("deposited"), ...counts("investors"), ...amounts("invested")],
    main: "deposited", bars: ["active", "joined"], drawn: "count", dates: true, by: true, part: null,
  },
  wallets: {
    columns: [{ key: "posted_at", as: "instant" }, { ...on, label: "value_on" }, { key: "member", as: "text" }, { key: "wallet", as: "wallet" }, { key: "kind", as: "movement" }, ...amounts("amount")],
    main: "amount", title: "member", bars: ["in", "out"], drawn: "amount", dates: true, by: false, part: "wallet",
  },
  commissions: {
    columns: [on, { key: "source", as: "source" }, ...counts("count"), ...amounts("earned", "posted", "held", "awaiting", "taken")],
    main: "earned", bars: ["posted", "awaiting"], drawn: "amount", dates: true, by: true, part: "source",
  },
  accruals: {
    columns: [on, { key: "plan", as: "text" }, ...counts("contracts"), ...amounts("due", "paid", "awaiting")],
    main: "due", bars: ["paid", "awaiting"], drawn: "amount", dates: true, by: true, part: "plan",
  },
  tax: {
    columns: [on, { key: "regime", as: "regime" }, ...counts("members", "count"), ...amounts("gross", "tax", "booked_tax")],
    main: "tax", bars: ["tax", "booked_tax"], drawn: "amount", dates: true, by: false, part: null,
  },
  approvals: {
    columns: [on, { key: "person", as: "text" }, ...counts("approved", "rejected"), ...amounts("sum"), { key: "median", as: "seconds" }, { key: "longest", as: "seconds" }],
    main: "sum", bars: ["approved", "rejected"], drawn: "count", dates: true, by: true, part: "person",
  },
  liquidity: {
    columns: [{ ...on, label: "week_from" }, ...amounts("principal", "returns", "commissions", "due", "cash", "returns_left", "commission_left")],
    main: "due", bars: ["due", "cash"], drawn: "amount", dates: false, by: false, part: null,
  },
};

/** Rows that are saved at once from the page; more are made into a file by a worker. */
export const mostRowsAtOnce = 100;

export const walletParts = ["DEPOSIT", "INTEREST", "EARNINGS", "EMI_RESERVE", "INVESTED"] as const;
export const sourceParts = ["investment", "ev_payment", "pair", "milestone"] as const;

/** In which steps a report is put together: how its periods are called. */
export type Step = "day" | "week" | "month" | "quarter";
export const stepOf = (name: ReportName, by: string): Step => (name === "tax" ? "quarter" : name === "wallets" ? "day" : by === "month" ? "month" : by === "week" ? "week" : "day");
