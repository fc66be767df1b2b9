/** The methods and plans of the demonstration. Addresses have valid checksums; they were made from words, so nobody holds their keys. */
import type { PlanFigures } from "../../app/db/invest.server";

const bank = (account_number: string, bank_name: string, ifsc: string | null, upi_id: string | null) => ({ account_name: "Coffer Client Money", account_number, bank_name, ifsc, upi_id });

export const methods = {
  bank: { name: "Northwind Bank", type: "BANK", currency: "USD", details: bank("4410029387", "Northwind Bank", null, null), minimum: "50.00" },
  btc: { name: "Bitcoin", type: "BTC", currency: "USD", address: "1PHzvFW7dedXvT5XmvLB3pr7aT4Au7HgTr", minimum: "100.00" },
  eth: { name: "Ether", type: "ETH", currency: "USD", address: "0x52908400098527886E0F7030069857D2E4169EE7", minimum: "100.00" },
  ltc: { name: "Litecoin", type: "LTC", currency: "USD", address: "LRMCv8aGLeDpodTN2BCnEeAWxbe4ZdpbpW" },
  doge: { name: "Dogecoin", type: "DOGE", currency: "USD", address: "DDR4CFPE6zdezfaTwRAh1a5r5gX1C7kNNK", active: false },
  rupees: { name: "Malabar Bank and UPI", type: "BANK", currency: "INR", details: bank("50100234567891", "Malabar Bank", "MLBR0001234", "coffer@malabar"), minimum: "1000.00" },
  tron: { name: "USDT on Tron", type: "USDT_TRC20", currency: "USDT", address: "TFCxYyA5LFXKhnTyRsk7HP97SNdyX6Bfha", minimum: "50" },
  erc20: { name: "USDT on Ethereum", type: "USDT_ERC20", currency: "USDT", address: "0x8617E340B3D01FA5F11F306F4090FD50E238070D", minimum: "250" },
} as const;
export type MethodWord = keyof typeof methods;

const risk = "Returns are projected, not guaranteed. They are paid from money the operator has set aside; if that is not enough, they are paid later, in order of their date. Your principal is bound until the end of the term and returns to your deposit wallet then.";

type PlanTerms = PlanFigures & { name: string; currency: string; timezone: string };

/** All of them below the rail of 60 % a year. */
export const plans = {
  starter: {
    name: "Starter", currency: "USD", timezone: "UTC", dailyRate: "0.06", minimum: "100.00", maximum: "2000.00", duration: 30, unit: "DAYS", referralRate: "3.00",
    description: "A first month with a small amount. The money finances spare parts for the delivery fleet, which are bought and sold within weeks.", riskText: risk,
  },
  fortnight: {
    name: "Fortnight", currency: "USD", timezone: "UTC", dailyRate: "0.05", minimum: "100.00", maximum: "5000.00", duration: 2, unit: "WEEKS", referralRate: "2.00",
    description: "Two weeks, for money that is needed again soon. It bridges the time between delivery and payment of vehicles already sold.", riskText: risk,
  },
  professional: {
    name: "Professional", currency: "USD", timezone: "UTC", dailyRate: "0.12", minimum: "5000.00", maximum: "20000.00", duration: 60, unit: "DAYS", referralRate: "3.00",
    description: "Sixty days at our highest rate. The money buys vehicles that are leased out from the first day.", riskText: risk,
  },
  harvest: {
    name: "Harvest", currency: "USD", timezone: "UTC", dailyRate: "0.09", minimum: "500.00", maximum: "10000.00", duration: 3, unit: "MONTHS", referralRate: "3.00",
    description: "Three calendar months. The money finances batteries that are rented to dealers by the season.", riskText: risk,
  },
  rupees: {
    name: "Rupee Steady", currency: "INR", timezone: "Asia/Kolkata", dailyRate: "0.05", minimum: "10000.00", maximum: "500000.00", duration: 6, unit: "WEEKS", referralRate: "3.00",
    description: "Six weeks in rupees, counted by the Indian calendar. The money stocks the workshops in Kochi and Pune.", riskText: risk,
  },
  tether: {
    name: "Tether Quarter", currency: "USDT", timezone: "UTC", dailyRate: "0.07", minimum: "250", maximum: "25000", duration: 12, unit: "WEEKS", referralRate: "3.00",
    description: "Twelve weeks in USDT, in and out without a bank.", riskText: risk,
  },
  plus: {
    name: "Professional Plus", currency: "USD", timezone: "UTC", dailyRate: "0.15", minimum: "20000.00", maximum: "100000.00", duration: 90, unit: "DAYS", referralRate: "2.00",
    description: "Ninety days for larger amounts. The money extends the leased fleet to a second city.", riskText: risk,
  },
} as const satisfies Record<string, PlanTerms>;
export type PlanWord = keyof typeof plans;
