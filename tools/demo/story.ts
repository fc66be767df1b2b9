/**
 * Six weeks of a small company. It opens its methods and plans, members come, deposit and invest, returns are paid every day, a
 * term ends, money leaves; and this morning a few things wait for a person.
 */
import { addDestination, askWithdrawal, cancelWithdrawal, comeBack, confirm, depositAndApprove, invest, send, submitDeposit, toDepositWallet } from "./business";
import { members } from "./cast";
import { book, draftCompensation, openCatalogue, payFor, takePlace, tellPayment } from "./dealer";
import { failIdentity, handIn, proveIdentity } from "./identity";
import { acknowledge, announce, answer, ask, resolve, write } from "./letters";
import { approve, approveOnce, askFunding, draftPlan, draftVersion, moveMoney, offerMilestone, openMethods, reject } from "./operator";
import { appointStaff, signInStaff, signUp } from "./people";
import { askPayout, fileFor, payOut, payTax } from "./payouts";
import { askColleague } from "./team";
import type { Timeline } from "./timeline";
import type { World } from "./world";

export const weeks = 6;
const firstDay = weeks * 7;

const join = (label: string) => async (world: World) => {
  const person = members.find((member) => member.label === label);
  if (!person) throw new Error(`nobody is called ${label}`);
  await signUp(world, person);
};

const fund = (treasury: "returns" | "commission" | "promo", currency: string, amount: string, method: "bank" | "rupees" | "tron", note: string) => async (world: World) =>
  approve(world, await askFunding(world, { treasury, currency, amount, method, note }), { note: "Receipt seen on the statement." });

function opening(story: Timeline): void {
  story.day(firstDay, "7:00", async (world, at) => {
    await appointStaff(world, at);
    for (const label of ["admin", "operations", "finance", "finance2"]) await signInStaff(world, label);
    await openMethods(world);
  });
  story.day(firstDay, "7:30", async (world) => {
    for (const plan of ["starter", "fortnight", "professional", "harvest", "rupees", "tether"] as const) await approve(world, await draftPlan(world, plan));
  });
  story.day(firstDay, "7:50", async (world, at) => {
    await offerMilestone(world, { name: "First three", needed: 3, reward: "60.00", from: at });
    await offerMilestone(world, { name: "A dozen", needed: 12, reward: "400.00", from: at });
  });
  story.day(firstDay, "8:00", fund("returns", "USD", "2500.00", "bank", "Own cash for the first weeks of returns."));
  story.day(firstDay, "8:10", fund("commission", "USD", "1200.00", "bank", "Own cash for referral commissions."));
  story.day(firstDay, "8:20", fund("promo", "USD", "5000.00", "bank", "Sign-on bonuses."));
  story.day(firstDay, "8:30", fund("returns", "INR", "60000.00", "rupees", "Returns of the rupee plan."));
  story.day(firstDay, "8:40", fund("returns", "USDT", "400", "tron", "Returns of the USDT plan."));
}

function firstMembers(story: Timeline): void {
  story.day(firstDay, "9:12", join("ann"));
  story.day(firstDay, "9:40", (world) => depositAndApprove(world, { who: "ann", method: "bank", amount: "9000.00", transaction: "NW-7730142", proof: true }));
  story.day(firstDay - 1, "8:05", (world) => invest(world, "ann", "professional", "6000.00"));
  story.day(firstDay - 2, "8:20", (world) => invest(world, "ann", "fortnight", "1000.00"));
  story.day(38, "15:31", join("bo"));
  story.day(38, "16:02", (world) => depositAndApprove(world, { who: "bo", method: "btc", amount: "3000.00", transaction: "b1f4d2a0c98e7761534a0d2f88c1e9b7a6d5c4b3" }));
  story.day(37, "9:00", (world) => invest(world, "bo", "harvest", "2000.00"));
  story.day(35, "11:48", join("mo"));
  story.day(35, "12:30", (world) => depositAndApprove(world, { who: "mo", method: "bank", amount: "2500.00", transaction: "NW-7741990" }));
  story.day(34, "10:10", (world) => invest(world, "mo", "starter", "800.00"));
  story.day(33, "10:00", (world) => addDestination(world, "ann", { type: "BANK", label: "Salary account", account_name: "Ann Lindqvist", account_number: "SE3550000000054910000003" }));
  story.day(30, "6:15", join("priya"));
  story.day(30, "6:40", (world) => depositAndApprove(world, { who: "priya", method: "rupees", amount: "200000.00", transaction: "UPI430118827364" }));
  story.day(29, "7:00", (world) => invest(world, "priya", "rupees", "100000.00"));
  story.day(28, "4:20", join("wei"));
  story.day(28, "4:55", (world) => depositAndApprove(world, { who: "wei", method: "tron", amount: "4000", transaction: "9f4b2c7ad1e8435f90b6ce1277aa01d4" }));
  story.day(28, "12:00", (world) => invest(world, "wei", "tether", "3000"));
}

function laterMembers(story: Timeline): void {
  story.day(25, "17:05", join("diego"));
  story.day(25, "17:40", (world) => depositAndApprove(world, { who: "diego", method: "ltc", amount: "900.00", transaction: "4c1e0f7722ab9d3341f0a6d9e5c8b7a0" }));
  story.day(24, "14:00", (world) => invest(world, "diego", "starter", "500.00"));
  story.day(21, "9:30", join("fatima"));
  // Fees of the chain took a part: what arrived is what is credited.
  story.day(21, "10:15", (world) => depositAndApprove(world, { who: "fatima", method: "eth", amount: "1800.00", transaction: "0x7d1c3e5f9b2a4c6d8e0f1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d7e8f9a0b1c2d" }, "1792.40"));
  story.day(20, "9:00", (world) => invest(world, "fatima", "harvest", "1500.00"));
  story.day(20, "9:30", (world) => invest(world, "ann", "starter", "1500.00"));
  story.day(18, "8:00", (world) => draftStarterVersion(world));
  story.day(16, "13:20", join("lena"));
  story.day(16, "14:00", (world) => depositAndApprove(world, { who: "lena", method: "bank", amount: "15000.00", transaction: "NW-7790023", proof: true }));
  story.day(15, "8:30", (world) => invest(world, "lena", "professional", "10000.00"));
  story.day(14, "8:00", fund("returns", "USD", "2000.00", "bank", "Returns of the coming month."));
  story.day(9, "16:45", join("tomas"));
  story.day(9, "17:00", async (world) => reject(world, await submitDeposit(world, { who: "tomas", method: "bank", amount: "300.00", transaction: "TX-0001" }), "We found no transfer with this reference. Send us the number your bank shows for it."));
  story.day(8, "9:20", (world) => depositAndApprove(world, { who: "tomas", method: "bank", amount: "300.00", transaction: "NW-7811406", proof: true }));
  story.day(8, "10:00", (world) => invest(world, "tomas", "starter", "200.00"));
  story.day(2, "18:25", join("grace"));
}

/** The rate of the first plan is raised for those who come later; who has invested keeps the old one. */
async function draftStarterVersion(world: World): Promise<void> {
  await approve(world, await draftVersion(world, "starter", { dailyRate: "0.065" }, null), { note: "Terms read, rate below the rail." });
}

function moneyOut(story: Timeline): void {
  story.day(31, "9:00", async (world) => {
    const { withdrawal, request } = await askWithdrawal(world, { who: "ann", amount: "500.00" });
    await approve(world, request);
    world.ids.set("first withdrawal", withdrawal);
  });
  story.day(31, "13:00", (world) => send(world, world.ids.get("first withdrawal") ?? "", "bank", "NW-OUT-20417"));
  story.day(29, "9:00", (world) => confirm(world, world.ids.get("first withdrawal") ?? ""));
  story.day(22, "9:00", (world) => addDestination(world, "bo", { type: "BTC", label: "Cold wallet", address: "1LE4RMK1Qw3ck3rRNSK9X5ZPrnG2dP6Vr7" }));
  story.day(20, "11:00", (world) => addDestination(world, "wei", { type: "USDT_TRC20", label: "Exchange", address: "TSSzDjWzFK4uKcStZ4EGCbX4RHtpLtb9Tx" }));
  story.day(19, "8:40", (world) => toDepositWallet(world, "ann", "100.00"));
  story.day(19, "10:00", async (world) => {
    const { withdrawal } = await askWithdrawal(world, { who: "bo", amount: "150.00" });
    await cancelWithdrawal(world, "bo", withdrawal);
  });
  story.day(12, "10:00", async (world) => {
    const { withdrawal, request } = await askWithdrawal(world, { who: "wei", amount: "400", currency: "USDT" });
    await approve(world, request);
    await send(world, withdrawal, "tron", "5d0e6a1f4c7b8293aa10bb45cc21dd90");
    world.ids.set("returned withdrawal", withdrawal);
  });
  story.day(11, "10:00", (world) => comeBack(world, world.ids.get("returned withdrawal") ?? "", "The exchange refused the transfer and sent it back. Please add an address that accepts USDT on Tron."));
  story.day(6, "9:00", (world) => addDestination(world, "mo", { type: "BANK", label: "Current account", account_name: "Mo Rahman", account_number: "GB29NWBK60161331926819" }));
  story.day(5, "8:00", (world) => moveMoney(world, "btc", "bank", "800.00", "The exchange has paid out the coins it sold."));
  story.day(3, "9:30", async (world) => {
    const { request } = await askWithdrawal(world, { who: "mo", amount: "2000.00" });
    await reject(world, request, "The name on the bank account has to be yours in full. Please add the account again.");
  });
  story.day(1, "10:00", async (world) => {
    const { withdrawal, request } = await askWithdrawal(world, { who: "bo", amount: "320.00" });
    await approve(world, request);
    await send(world, withdrawal, "btc", "e3b7c0a94f5d2816b07ac9d1e6f34528");
  });
}

/** Vehicles from the first day; Ann books one, and so do the two she brought, below her on both sides: a pair that waits for its treasury. */
function dealer(story: Timeline): void {
  story.day(firstDay, "8:50", openCatalogue);
  story.day(41, "10:00", (world) => takePlace(world, "ann"));
  story.day(41, "10:20", (world) => book(world, { who: "ann", vehicle: "City scooter", parts: 12 }));
  story.day(41, "11:00", (world) => payFor(world, "ann", "500.00", "UPI300711846120"));
  story.day(40, "9:00", (world) => payFor(world, "ann", "4500.00", "UPI300712110377"));
  story.day(38, "9:00", fund("commission", "INR", "300.00", "rupees", "Commissions on the first sales."));
  story.day(37, "12:00", async (world) => {
    await takePlace(world, "bo");
    await book(world, { who: "bo", vehicle: "Cargo rickshaw", parts: 24 });
    await payFor(world, "bo", "5000.00", "UPI300719902254");
  });
  story.day(34, "12:00", async (world) => {
    await takePlace(world, "mo");
    await book(world, { who: "mo", vehicle: "City scooter", parts: null });
    await payFor(world, "mo", "5000.00", "UPI300722641098");
  });
  story.day(26, "9:00", (world) => takePlace(world, "priya"));
  story.day(24, "16:00", (world) => takePlace(world, "diego"));
  story.day(15, "12:00", (world) => takePlace(world, "lena"));
  story.minutesAgo(115, draftCompensation);
  story.minutesAgo(105, (world) => askColleague(world, { label: "tara", name: "Tara Singh", role: "support", reason: "A second person for the mornings." }));
  story.minutesAgo(110, async (world) => {
    await book(world, { who: "priya", vehicle: "Delivery three-wheeler", parts: 36 });
    await tellPayment(world, "priya", "1500.00", "UPI430132206115");
  });
}

/** What Ann earned leaves: one payout has arrived, one came back, one lies at the bank, one paid instalments only, and one waits; part of the tax was paid over. */
function payouts(story: Timeline): void {
  story.day(13, "10:00", (world) => payOut(world, { who: "ann", amount: "100.00" }, "bank", null));
  story.day(10, "11:00", (world) => payOut(world, { who: "ann", amount: "60.00" }, "bank", "The account number does not exist any more."));
  story.day(6, "12:00", async (world) => {
    const { request } = await askPayout(world, { who: "ann", amount: "120.00", currency: "INR", autofill: true });
    await approve(world, request);
  });
  story.day(4, "10:00", async (world) => {
    const { request } = await askPayout(world, { who: "ann", amount: "80.00" });
    await approve(world, request);
    await fileFor(world, "bank");
  });
  story.minutesAgo(130, async (world) => {
    const { request } = await askPayout(world, { who: "ann", amount: "30.00" });
    await approve(world, request);
  });
  story.minutesAgo(100, (world) => payTax(world, "1.00", "CH-2201-00417", "bank"));
  story.minutesAgo(60, async (world) => {
    await askPayout(world, { who: "ann", amount: "45.00" });
  });
}

const dayAfter = (at: Date, days: number): string => new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** Of the members Ann has brought two are known, one of them with a passport that ends soon, and the third waits; somebody else has to send a better picture. */
function identities(story: Timeline): void {
  story.day(36, "9:10", (world, at) =>
    proveIdentity(world, { who: "bo", kind: "passport", number: "204518863", expiresOn: dayAfter(at, 1500), home: { country: "DK", address: "Vestergade 12", zip: "1456", city: "København" } }));
  story.day(29, "8:00", (world) =>
    proveIdentity(world, { who: "priya", kind: "pan", number: "ABCPN1234F", expiresOn: null, home: { country: "IN", address: "14 Marine Drive", zip: "682011", city: "Kochi" } }));
  story.day(23, "16:20", (world, at) =>
    failIdentity(world, { who: "diego", kind: "passport", number: "G30417745", expiresOn: dayAfter(at, 900), home: { country: "MX", address: "Calle Durango 81", zip: "06700", city: "Ciudad de México" } }, "La foto del pasaporte está cortada. Envíe la página entera."));
  story.day(15, "9:00", (world, at) =>
    proveIdentity(world, { who: "lena", kind: "passport", number: "C01X00T47", expiresOn: dayAfter(at, 36), home: { country: "DE", address: "Lindenstraße 5", zip: "10969", city: "Berlin" } }));
  story.minutesAgo(120, (world, at) =>
    handIn(world, { who: "mo", kind: "passport", number: "533401372", expiresOn: dayAfter(at, 2000), home: { country: "GB", address: "7 Mill Lane", zip: "M1 4AB", city: "Manchester" } }));
}

/** Questions and grievances: one resolved, one under its second clock, one answered this morning, one that nobody has read. */
function letters(story: Timeline): void {
  const returned = "My withdrawal came back";
  story.day(11, "14:00", (world) => ask(world, { who: "wei", subject: returned, grievance: true, body: "The transfer of 400 USDT came back and nobody told me why my address was refused. I had used it before." }));
  story.day(10, "9:00", (world) => acknowledge(world, returned));
  story.day(7, "10:00", (world) => resolve(world, returned, "The exchange changed its deposit address in March. We have credited the 400 USDT again without a fee, and we now write the reason into every return."));
  const rejected = "Account name rejected";
  story.day(2, "16:00", (world) => ask(world, { who: "mo", subject: rejected, grievance: true, body: "My withdrawal was rejected because of the name on the account. It is my account; the bank shortens my name.", receipt: "NW-7829914" }));
  story.day(1, "9:00", (world) => acknowledge(world, rejected));
  const question = "Statement for my tax adviser";
  story.day(1, "11:20", (world) => ask(world, { who: "ann", subject: question, body: "My tax adviser asks for every credit of last year.\nWhere do I find them in one list?", receipt: "NW-7730142" }));
  story.minutesAgo(180, (world) => answer(world, question, "Under Wallet, Movements. Choose the dates and then Export; the file has every credit with its explanation."));
  story.minutesAgo(40, (world) => write(world, "ann", question, "Found it, thank you. Does it show the fees too?"));
  story.minutesAgo(25, (world) => answer(world, question, "Yes: a fee is a movement of its own, on the day it was taken."));
  story.day(5, "12:10", (world) => ask(world, { who: "diego", subject: "Comisión de la red", body: "¿Quién paga la comisión de Litecoin cuando deposito?" }));
  story.day(5, "15:00", (world) => answer(world, "Comisión de la red", "La paga quien envía. Abonamos lo que llega."));
  story.day(4, "6:30", (world) => ask(world, { who: "priya", subject: "ब्याज कब मिलता है", body: "मेरे प्लान का ब्याज रोज़ कितने बजे क्रेडिट होता है?" }));
  story.day(4, "8:00", (world) => answer(world, "ब्याज कब मिलता है", "प्लान के समय क्षेत्र में आधी रात के बाद।"));
  story.minutesAgo(15, (world) => ask(world, { who: "lena", subject: "Two approvals", body: "One person has approved my deposit of 12,000.00. How long does the second one take?" }));
}

/** What members are told: something for all, something for those who invest, and a draft that nobody has published. */
function news(story: Timeline): void {
  story.day(6, "9:30", (world) => announce(world, { audience: "all", texts: {
    title_en: "Statements by day", body_en: "Under Wallet, History you now see what each wallet held on any day.\n\nChoose two days and save the statement as PDF, CSV or JSON.",
    title_es: "Extractos por día", body_es: "En Cartera, Historial se ve ahora lo que había en cada cartera cualquier día.\n\nElija dos días y guarde el extracto como PDF, CSV o JSON.",
    title_hi: "दिन के हिसाब से विवरण", body_hi: "वॉलेट, इतिहास में अब दिखता है कि किसी भी दिन हर वॉलेट में कितना था।\n\nदो दिन चुनें और विवरण PDF, CSV या JSON में सहेजें।" } }));
  story.day(3, "11:00", (world) => announce(world, { audience: "investing", texts: { title_en: "Credits on Sunday come an hour later", body_en: "We move our servers on Sunday night. Credits of that day are booked an hour later, for the same day and in the same amount." } }));
  story.day(1, "16:30", (world) => announce(world, { audience: "network", draft: true, texts: { title_en: "A new plan for the network", body_en: "From next month on a new plan holds. What it changes for whom stands on the page of income disclosure." } }));
}

/** What people find on their desks when they open the demonstration. */
function thisMorning(story: Timeline): void {
  story.day(1, "15:00", async (world) => {
    await draftPlan(world, "plus");
  });
  story.minutesAgo(310, async (world) => {
    const request = await submitDeposit(world, { who: "lena", method: "bank", amount: "12000.00", transaction: "NW-7840551", proof: true });
    await approveOnce(world, request, "On the statement of today, full amount.");
  });
  story.minutesAgo(200, async (world) => {
    const { request } = await askWithdrawal(world, { who: "ann", amount: "250.00" });
    await approve(world, request);
  });
  story.minutesAgo(150, async (world) => {
    await askWithdrawal(world, { who: "bo", amount: "180.00" });
  });
  story.minutesAgo(95, async (world) => {
    await askFunding(world, { treasury: "commission", currency: "INR", amount: "4000.00", method: "rupees", note: "For the commission that waits; paid in this morning, statement line 14." });
  });
  story.minutesAgo(70, (world) => depositAndApprove(world, { who: "diego", method: "bank", amount: "450.00", transaction: "NW-7841002" }));
  story.minutesAgo(45, async (world) => {
    await submitDeposit(world, { who: "mo", method: "bank", amount: "1200.00", transaction: "NW-7841377", proof: true });
  });
}

export function tell(story: Timeline): void {
  opening(story);
  firstMembers(story);
  laterMembers(story);
  moneyOut(story);
  identities(story);
  letters(story);
  news(story);
  dealer(story);
  payouts(story);
  thisMorning(story);
}
