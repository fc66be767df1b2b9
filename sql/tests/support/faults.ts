/**
 * Faults, one of each kind, as somebody with all rights and no triggers would plant them. Each statement is written in words of the
 * watched world: `{account:DEPOSIT}` and the like stand for ids found when it is planted.
 */
export type Fault = {
  kind: string;
  /** statements run before the triggers go: things done properly that should not have been done */
  done?: string;
  plant?: string;
  /** laws a look at everything names, sorted, with the objects it names them for; a number stands for as many objects */
  everything: Record<string, number>;
  /** laws the look at changes names for the same rows when they are new; all of them when absent, none for what only the night sees */
  changes?: Record<string, number>;
};

const bo = "(select id from identity.members where email = 'bo@members.test')";
const wallet = (kind: string, currency = "USD") => `(select id from ledger.accounts where member_id = ${bo} and kind = '${kind}' and currency = '${currency}')`;
const operator = (kind: string, currency = "USD") => `(select id from ledger.accounts where member_id is null and kind = '${kind}' and currency = '${currency}')`;
const bank = "(select account_id from funding.methods where currency = 'USD')";
const contract = (plan: string) => `(select i.id from invest.investments i where i.${plan})`;
const steady = contract("days = 30 and currency = 'USD'");
const steep = contract("prefunded");
const short = contract("days = 2");
const euro = contract("currency = 'EUR'");
const deposit = (amount: string) => `(select id from funding.deposits where amount = ${amount})`;
const withdrawal = (state: string) => `(select id from funding.withdrawals where state = '${state}')`;
const line = "ledger.line";

const balance = "balance is the sum of lines";
const coverage = "coverage is what the lines say";
const balances = "a journal balances";
const credited = "a credited day is recorded";
const gap = "days are recorded without a gap";
const form = "credits add up to the closed form";
const posted = "a posted day stands in the books";
const principal = "INVESTED is the principal that runs";
const maturity = "matured is when the principal is back";
const order = "a treasury pays in order";
const once = "an approved deposit is credited once";
const hasDeposit = "a deposit journal has its deposit";
const holdFollows = "a withdrawal's hold follows its state";
const journalsFollow = "a withdrawal's journals follow its state";
const decision = "money in and out follows its decision";
const paidFor = "a booking is what was paid for it";
const vehicleBooks = "a vehicle payment is in the books once";
const vehicleMoney = "vehicle money is what bookings hold";

export const faults: readonly Fault[] = [
  // The ledger
  { kind: "a balance that was edited", plant: `update ledger.account_balances set balance = balance + 1 where account_id = ${wallet("DEPOSIT")}`, everything: { [balance]: 1, [coverage]: 1 }, changes: { [balance]: 1 } },
  { kind: "a held figure that was edited", plant: `update ledger.account_balances set held = held - 1 where account_id = ${wallet("DEPOSIT")}`, everything: { "held is the sum of open holds": 1 } },
  { kind: "a wallet below zero", plant: `update ledger.account_balances set balance = -1 where account_id = ${wallet("EARNINGS").replace("bo@", "ann@")}`, everything: { [balance]: 1, [coverage]: 1, "available is never below zero": 1 }, changes: { [balance]: 1, "available is never below zero": 1 } },
  { kind: "a balance row without its floor", plant: `update ledger.account_balances set floored = false, floor = -9000000000000000000 where account_id = ${wallet("DEPOSIT")}`, everything: { "a balance row is a copy of its account": 1 } },
  { kind: "a line that was removed", plant: `delete from ledger.lines where account_id = ${operator("equity:operator")} and amount < 0`, everything: { [balances]: 1, [balance]: 1, "a reversal is the opposite of its journal": 1, "an appended movement is a line": 1 } },
  { kind: "a line whose amount was edited", plant: `update ledger.lines set amount = amount - 1 where account_id = ${wallet("DEPOSIT").replace("bo@", "ann@")}`, everything: { [balances]: 1, [balance]: 1, [coverage]: 1, [once]: 1 }, changes: { [balances]: 1, [balance]: 1, [once]: 1 } },
  { kind: "a journal without lines", plant: "insert into ledger.journals (id, posted_at, kind, value_on, line_count) values (999999, clock_timestamp(), 'adjustment', '2027-03-05', 2)", everything: { [balances]: 1 } },
  { kind: "a line without a journal", plant: `insert into ledger.lines (journal_id, account_id, amount, line_no, value_on) values (888888, ${operator("equity:operator")}, 5, 1, '2027-03-05')`, everything: { "a line belongs to a journal": 1, [balance]: 1 }, changes: { "a line belongs to a journal": 1 } },
  { kind: "a journal with another date", plant: `update ledger.journals set value_on = value_on + 1 where kind = 'own_transfer' or (kind = 'adjustment' and actor_id = 1)`, everything: { "a line belongs to a journal": 2 } },
  { kind: "an appended movement that was edited", plant: `update ledger.unfolded set amount = amount + 1 where account_id = ${bank} and journal_id = (select max(journal_id) from ledger.unfolded where account_id = ${bank})`, everything: { "an appended movement is a line": 1, [balance]: 1, [coverage]: 1 }, changes: { "an appended movement is a line": 1, [balance]: 1 } },
  { kind: "a reversal of something else", plant: "update ledger.journals set reverses_id = (select min(id) from ledger.journals) where kind = 'reversal'", everything: { "a reversal is the opposite of its journal": 1 } },
  {
    kind: "a sum by day that nobody posted",
    plant: "insert into ledger.snapshot_runs (closed_to, on_date, posted_until, taken_at) values (0, '2020-01-01', now(), now()); insert into ledger.day_totals (closed_to, value_on, kind, account_kind, currency, debit, credit, lines) values (0, '2020-01-01', 'adjustment', 'DEPOSIT', 'USD', 0, 5, 1)",
    everything: { "sums by day come to the snapshots": 1 },
    changes: {},
  },
  { kind: "a request key that lost its outcome", plant: "update ledger.request_keys set outcome = null where operation = 'move'", everything: { "a request key keeps its outcome": 1 }, changes: {} },
  // The treasury
  { kind: "an item of another amount than was paid", plant: "update treasury.items set amount = amount + 1 where journal_kind = 'bonus' and id = (select min(id) from treasury.items where journal_kind = 'bonus')", everything: { "a posted item is paid once": 1 } },
  { kind: "a paid item put back to waiting", plant: "update treasury.items set state = 'awaiting', journal_id = null where id = (select max(id) from treasury.items where journal_kind = 'bonus')", everything: { "a paid line has its posted item": 1 } },
  { kind: "an item that others overtook", plant: `insert into treasury.items (queue_id, journal_kind, credit_account_id, amount, value_on, source_order, recorded_at, recorded_xid) values (${operator("treasury:returns", "EUR")}, 'bonus', ${wallet("INTEREST", "EUR")}, 5, '2027-03-01', 999999, '2027-03-01T10:00:00Z', '3')`, everything: { [order]: 2 } },
  { kind: "an earmark on a member's wallet", plant: `insert into ledger.holds (account_id, amount, reason, placed_at) values (${wallet("DEPOSIT")}, 5, 'earmark', clock_timestamp()); update ledger.account_balances set held = held + 5 where account_id = ${wallet("DEPOSIT")}`, everything: { "an earmark stands on a treasury": 1 } },
  // Approval
  { kind: "approved and not executed", plant: "update approval.requests set executed_at = null where amount = 600000", everything: { "what is approved is executed, and nothing else": 1 } },
  { kind: "the maker's own decision", plant: "update approval.decisions d set staff_id = r.maker_id from approval.requests r where r.id = d.request_id and r.kind = 'treasury_funding' and r.currency = 'EUR'", everything: { "nobody decides their own request": 1 } },
  { kind: "one approval where two are needed", plant: "delete from approval.decisions where (request_id, staff_id) = (select d.request_id, min(d.staff_id) from approval.decisions d join approval.requests r on r.id = d.request_id where r.amount = 600000 group by 1)", everything: { "enough people agreed": 1 } },
  { kind: "rejected by nobody", plant: "delete from approval.decisions where request_id = (select id from approval.requests where amount = 1100)", everything: { "one refusal ends a request": 1 } },
  { kind: "another payload than was read", plant: "update approval.requests set payload = payload || '{\"amount\": \"1.00\"}' where amount = 600000", everything: { "what was read is what was decided": 1 } },
  // Funding
  { kind: "a deposit of another amount than was credited", plant: `update funding.deposits set received = received + 1 where id = ${deposit("600000")}`, everything: { [once]: 1 } },
  { kind: "a deposit credited twice", done: `select ledger.post('deposit', '2027-03-05', null, ${deposit("600000")}, array[(${bank}, 600000, null)::${line}, (${wallet("DEPOSIT")}, -600000, null)::${line}])`, everything: { [once]: 1, [hasDeposit]: 1 } },
  { kind: "a credit that nobody paid in", done: `select ledger.post('deposit', '2027-03-05', null, null, array[(${bank}, 600000, null)::${line}, (${wallet("DEPOSIT")}, -600000, null)::${line}])`, everything: { [hasDeposit]: 1 } },
  { kind: "a pending withdrawal without its hold", done: `select ledger.end_hold((select hold_id from funding.withdrawals where state = 'pending'), 'released', '2027-03-05T10:00:00Z')`, everything: { [holdFollows]: 1 } },
  { kind: "a withdrawal marked sent and never paid", plant: `update funding.withdrawals set state = 'sent', sent_at = '2027-03-05T10:00:00Z', transaction_reference = 'never', method_id = (select id from funding.methods where currency = 'USD') where state = 'approved'`, everything: { [journalsFollow]: 1 } },
  { kind: "a withdrawal of another amount than was debited", plant: `update funding.withdrawals set fee = fee + 1, amount = amount - 1 where id = ${withdrawal("sent")}`, everything: { [journalsFollow]: 1 } },
  { kind: "a debit for no withdrawal", done: `select ledger.post('withdrawal', '2027-03-05', null, uuidv7(), array[(${wallet("DEPOSIT")}, 500, null)::${line}, (${operator("payout_clearing")}, -500, null)::${line}])`, everything: { "a withdrawal journal has its withdrawal": 1 } },
  { kind: "a deposit that stands otherwise than decided", plant: `update funding.deposits set state = 'rejected', decided_at = '2027-03-05T10:00:00Z' where id = ${deposit("1200")}`, everything: { [decision]: 1 } },
  // Investing
  { kind: "a day that was removed", plant: `delete from invest.accruals where investment_id = ${steady} and k = 2`, everything: { [gap]: 1, [form]: 1, [posted]: 1, [credited]: 1 }, changes: { [gap]: 1, [credited]: 1 } },
  { kind: "a day of another amount", plant: `update invest.accruals set amount = amount + 1 where investment_id = ${steady} and k = 2`, everything: { [form]: 1, [posted]: 1, [credited]: 1 }, changes: { [form]: 1, [credited]: 1 } },
  { kind: "a day that was left out at the end", plant: `delete from invest.accruals where investment_id = ${euro} and k = 4; delete from treasury.items where journal_kind = 'accrual' and source_order = ${euro} and k = 4`, everything: { "no day is missed": 1 }, changes: {} },
  { kind: "a contract that is said to have come from elsewhere", plant: `insert into invest.carried (investment_id, origin, days) values (${euro}, 'X-1', 2)`, everything: { "a contract was paid for": 1, "days earned elsewhere are not paid again": 1 } },
  { kind: "a waiting day that lost its item", plant: `delete from treasury.items where journal_kind = 'accrual' and source_order = ${euro} and k = 4`, everything: { "a waiting day is one item": 1 }, changes: {} },
  { kind: "a waiting item of another amount", plant: `update treasury.items set amount = amount + 1 where journal_kind = 'accrual' and source_order = ${euro} and k = 4`, everything: { "a waiting day is one item": 1 } },
  { kind: "a contract ended without its principal", plant: `update invest.investments set state = 'matured' where id = ${steady}`, everything: { [principal]: 1, [maturity]: 1 }, changes: { [principal]: 1 } },
  { kind: "a contract that goes on with its principal back", plant: `update invest.investments set state = 'active' where id = ${short}`, everything: { [principal]: 1, [maturity]: 1 } },
  { kind: "a contract nobody paid for", plant: `update ledger.journals set cause = uuidv7() where kind = 'investment' and cause = (select public_id from invest.investments where id = ${steady})`, everything: { "a contract was paid for": 1 } },
  { kind: "principal that was to be invested again and was not", plant: `insert into invest.instructions (investment_id, choice, chosen_by, chosen_at) select i.id, 'renew', i.member_id, '2027-03-02T10:00:00Z' from invest.investments i where i.id = ${short}`, everything: { "what was chosen for the principal was done": 1 } },
  { kind: "an earmark that was forgotten", plant: `update invest.investments set earmark_id = null where id = ${steep}`, everything: { "an earmark is what is still to come": 1 } },
  { kind: "a run that held another sum than it posted", plant: "update invest.accrual_reserves set amount = amount + 1, posted = posted + 1 where as_of = '2027-03-02'", everything: { "a run posts what was held for it": 1 } },
  // Referral
  { kind: "a commission at another rate", plant: "update referral.commissions set rate = rate + 1", everything: { "a commission is its rate of its base": 4 } },
  { kind: "a milestone of another reward than was approved", plant: "update referral.milestones set reward = reward + 1", everything: { "a milestone is paid as it was approved": 1 } },
  { kind: "a claim that nobody approved", plant: "delete from approval.decisions where request_id = (select id from approval.requests where kind = 'milestone'); update approval.requests set state = 'cancelled', executed_at = null where kind = 'milestone'", everything: { "a milestone is paid as it was approved": 1 } },
  { kind: "a commission of another amount than is paid", plant: "update referral.commissions set amount = amount + 1, base = base + 34 where base = 10000", everything: { "a commission is what is paid for it": 1 } },
  { kind: "a commission taken back by less than it was", plant: "update referral.clawbacks set unpaid = unpaid - 1", everything: { "a commission taken back is what came back": 1 } },
  // Vehicles
  { kind: "a booking that says more is paid", plant: "update ev.bookings set external = external + 1 where cancelled_at is null", everything: { [paidFor]: 1, [vehicleMoney]: 1 }, changes: { [paidFor]: 1 } },
  { kind: "a payment of another amount than is in the books", plant: "update ev.payments set amount = amount + 1 where source = 'emi'", everything: { [paidFor]: 1, [vehicleBooks]: 1 } },
  { kind: "a payment in the books twice", done: `select ledger.post('booking_payment', '2027-03-05', null, (select p.id from ev.payments p join ev.bookings b on b.id = p.booking_id where p.source = 'external' and p.state = 'confirmed' and b.cancelled_at is null), array[(${operator("bank:operator", "INR")}, 50000, null)::${line}, (${operator("customer_advances:external", "INR")}, -50000, null)::${line}])`, everything: { [vehicleBooks]: 1, [vehicleMoney]: 1 }, changes: { [vehicleBooks]: 1 } },
  { kind: "an instalment that was lowered", plant: "update ev.instalments set amount = amount - 1 where no = 3 and booking_id = (select id from ev.bookings where cancelled_at is null)", everything: { "a schedule is what was left to pay": 1 } },
  { kind: "a refund of another amount than was paid", plant: "update ev.bookings set refund = refund + 1 where cancelled_at is not null", everything: { "a refund gives back what was paid": 1 } },
  { kind: "a payment that nobody confirmed", plant: "update approval.requests set state = 'cancelled', executed_at = null where kind = 'booking_payment' and amount = 50000 and beneficiary_id = (select id from identity.members where email = 'ann@members.test')", everything: { "vehicle money follows its decision": 1 } },
  // Network
  { kind: "a node that points past its free slot", plant: "update network.nodes set left_open = left_open + 5 where depth = 3", everything: { "a node knows its free slots": 2 } },
  { kind: "a leg with one more than is below it", plant: "update network.nodes set left_count = left_count + 1 where depth = 1", everything: { "a leg counts what is below it": 2 } },
  { kind: "a node with a pair too few", plant: "update network.nodes set matched = matched - 1 where depth = 1", everything: { "a node's live pairs are what it matched": 1 } },
  { kind: "more pairs in a month than the plan lets through", plant: "update network.plan_versions set monthly_pair_cap = 1", everything: { "no month has more pairs than the cap": 1 } },
  { kind: "a pair that says it was split and was paid whole", plant: "update network.pairs set earnings = earnings - 1, emi = emi + 1 where serial = 1", everything: { "a pair is paid as its plan says": 1 } },
  { kind: "money in a booking that its pair never had", plant: "update ev.payments set cause = (select public_id from network.pairs where serial = 1) where source = 'emi'", everything: { "EMI money of a pair is used once": 1 } },
  { kind: "a pair that was reversed and kept", plant: "update network.pairs set state = 'reversed', reversed_at = now() where serial = 2", everything: { "a node's live pairs are what it matched": 1, "a reversed pair is given back or owed": 1 } },
  // What members owe, which the look at everything alone looks at
  { kind: "a clawback that the books do not know", plant: "insert into treasury.clawbacks (cause, member_id, currency, amount, raised_at) select public_id, member_id, currency, 1, now() from network.pairs where serial = 1", everything: { "what members owe is what the books say": 1 }, changes: {} },
  { kind: "a clawback recovered by nothing", plant: "insert into treasury.clawbacks (cause, member_id, currency, amount, recovered, raised_at) select public_id, member_id, currency, 1, 1, now() from network.pairs where serial = 1", everything: { "what was recovered is what was taken": 1 }, changes: {} },
  // Payouts
  { kind: "a pending payout without its hold", done: "select ledger.end_hold((select hold_id from payout.payouts where state = 'pending'), 'released', '2027-03-05T10:00:00Z')", everything: { "a payout's hold follows its state": 1 } },
  { kind: "a payout of another amount than was sent", plant: "update payout.payouts set bank = bank - 1, tax = tax + 1 where state = 'sent'", everything: { "a payout's journals follow its state": 1, "what waits for the authority is what was withheld": 1 }, changes: { "a payout's journals follow its state": 1 } },
  { kind: "a payout that stands otherwise than decided", plant: "update payout.payouts set state = 'rejected', decided_at = '2027-03-05T10:00:00Z' where state = 'pending'", everything: { "a payout follows its decision": 1, "a payout's hold follows its state": 1 } },
  { kind: "instalments that a payout did not pay", plant: "insert into payout.parts (payout_id, booking_id, amount) select p.id, b.id, 1 from payout.payouts p, ev.bookings b where p.state = 'sent' and b.cancelled_at is null", everything: { "a payout pays the instalments it says": 1 }, changes: {} },
  { kind: "a reservation for no payout", plant: "update ev.bookings set reserved = 1 where cancelled_at is null", everything: { "what is reserved is what payouts will pay": 1 }, changes: {} },
  { kind: "a credit that says it was taxed", plant: "update payout.credits set due = 1, tax = 1, journal_id = (select max(id) from ledger.journals)", everything: { "a credit is taxed once": 1, "what waits for the authority is what was withheld": 1 }, changes: {} },
  { kind: "a sweep that the books do not know", plant: "insert into treasury.sweeps (request_id, currency, held, own, bank_account_id, journal_id, swept_at) select gen_random_uuid(), a.currency, 5, 0, a.id, 1, now() from ledger.accounts a where a.kind like 'bank:client:%' order by a.id limit 1", everything: { "a sweep is in the books once": 1 }, changes: {} },
  { kind: "own money taken out that nobody approved", done: `select ledger.post('sweep', '2027-03-05', null, uuidv7(), array[(${operator("bank:operator")}, 5, null)::${line}, (${bank}, -5, null)::${line}])`, everything: { "a sweep is in the books once": 1 }, changes: {} },
  { kind: "a deposit of tax that nobody withheld", plant: "update payout.deposits set quarter_on = quarter_on - interval '3 months'", everything: { "a quarter's deposits never exceed its tax": 1 }, changes: {} },
  { kind: "a deposit of another amount than was paid", plant: "update payout.deposits set amount = amount - 1", everything: { "a deposit of tax is in the books once": 1 }, changes: {} },
  { kind: "a payment of tax that the register does not know", done: `select ledger.post('tax_payment', '2027-03-05', null, uuidv7(), array[(${operator("tax_payable")}, 5, null)::${line}, (${bank}, -5, null)::${line}])`, everything: { "a payment of tax has its deposit": 1 }, changes: {} },
  { kind: "tax of no credit", done: `select ledger.post('tax', '2027-03-05', null, null, array[(${wallet("DEPOSIT")}, 5, null)::${line}, (${operator("tax_payable")}, -5, null)::${line}])`, everything: { "a tax journal has its credit": 1, "what waits for the authority is what was withheld": 1 }, changes: {} },
  // The log of what people and jobs did, which the look at everything alone looks at
  { kind: "an entry of the log that was edited", plant: "update audit.log set actor_id = actor_id + 1 where id = (select min(id) from audit.log where actor_id is not null)", everything: { "the log is what was sealed": 1 }, changes: {} },
  { kind: "a seal of the log with another time", plant: "update audit.seals set sealed_at = sealed_at - interval '1 day' where id = 1", everything: { "seals of the log are a chain": 1 }, changes: {} },
  { kind: "an entry that no seal holds", plant: "insert into audit.log (at, action, object_kind, object_id, xid) values (now(), 'act', 'kind', '1', '3')", everything: { "what has finished is sealed": 1 }, changes: {} },
];
