/** What must be true of the rows when the hammer rests. Shares no code with the application: plain sums over the tables. */
import type { Desk } from "../../sql/tests/support/builders";

/** Each law is a query that finds its violations. These hold of any books. */
const lawsOfBooks: Record<string, string> = {
  "a journal's lines are complete and sum to zero per currency": `
    select j.id::text from ledger.journals j left join ledger.lines l on l.journal_id = j.id group by j.id, j.line_count having count(l.journal_id) <> j.line_count
    union all select l.journal_id::text from ledger.lines l join ledger.accounts a on a.id = l.account_id group by l.journal_id, a.currency having sum(l.amount) <> 0`,
  "a balance is the sum of its lines": `
    select b.account_id || ': ' || b.balance || ' for ' || coalesce(l.sum, 0) from ledger.balances b left join (select account_id, sum(amount) as sum from ledger.lines group by 1) l using (account_id) where b.balance <> coalesce(l.sum, 0) * b.side`,
  "held is the sum of the open holds": `
    select b.account_id::text from ledger.balances b left join (select account_id, sum(amount) as sum from ledger.holds where state = 'open' group by 1) h using (account_id) where b.held <> coalesce(h.sum, 0)`,
  "nothing that has a floor is below zero": `
    select b.account_id || ': ' || b.available from ledger.balances b join ledger.accounts a on a.id = b.account_id where a.floored and (b.available < 0 or b.balance < 0)`,
};
/** And these of a company whose every movement came through the desk. */
const lawsOfDesk: Record<string, string> = {
  "cash held for clients is what is owed to them, and the fees": `
    select s.held || ' for ' || s.owed from (select sum(balance) filter (where kind like 'bank:client:%' or kind = 'deployed_capital') as held,
        sum(balance) filter (where member_id is not null or kind in ('payout_clearing', 'tax_payable', 'suspense', 'income:fees') or kind like 'treasury:%') as owed from ledger.balances where currency = 'USD') s where s.held <> s.owed`,
  "an approved deposit was credited once, for what was received": `
    select d.id::text from funding.deposits d left join ledger.journals j on j.cause = d.id left join ledger.lines l on l.journal_id = j.id and l.amount < 0
     group by d.id having count(j.id) <> case d.state when 'approved' then 1 else 0 end or (d.state = 'approved' and (-min(l.amount) <> d.received or min(j.id) <> d.journal_id))`,
  "a withdrawal's journals are those of its state, each once": `
    select w.id || ' ' || w.state from funding.withdrawals w
      cross join lateral (select count(*) filter (where j.kind = 'withdrawal') as taken, count(*) filter (where j.kind = 'withdrawal_settlement') as sent, count(*) filter (where j.kind = 'withdrawal_return') as back from ledger.journals j where j.cause = w.id) n
     where array[n.taken, n.sent, n.back]::integer[] <> case w.state when 'approved' then '{1,0,0}' when 'sent' then '{1,1,0}' when 'confirmed' then '{1,1,0}' when 'returned' then '{1,1,1}' else '{0,0,0}' end::integer[]`,
  "a withdrawal's hold is open while it is pending, and captured or given back afterwards": `
    select w.id::text from funding.withdrawals w join ledger.holds h on h.id = w.hold_id
     where h.state <> case when w.state = 'pending' then 'open' when w.state in ('rejected', 'cancelled') then 'released' else 'captured' end or h.amount <> w.amount + w.fee`,
  "a request is decided by as many different people as it needs, none of whom made it": `
    select r.id::text from approval.requests r left join approval.decisions d on d.request_id = r.id
     group by r.id having (r.state = 'approved' and (count(*) filter (where d.decision = 'approve') <> r.needed or r.executed_at is null)) or bool_or(d.staff_id = r.maker_id)
         or (r.state = 'rejected' and count(*) filter (where d.decision = 'reject') <> 1) or (r.state in ('cancelled', 'expired') and r.executed_at is not null)`,
  "a request and its subject ended alike": `
    select r.id || ' ' || r.state || ' ' || d.state from approval.requests r join funding.deposits d on d.id = r.subject_id where r.kind = 'deposit' and d.state <> case r.state when 'expired' then 'rejected' else r.state end
    union all select r.id || ' ' || r.state || ' ' || w.state from approval.requests r join funding.withdrawals w on w.id = r.subject_id where r.kind = 'withdrawal'
       and not (w.state = case r.state when 'expired' then 'rejected' else r.state end or (r.state = 'approved' and w.state in ('sent', 'confirmed', 'returned')))`,
  "a treasury, bank or plan request that was approved moved its money once": `
    select r.id || ' ' || r.kind from approval.requests r where r.kind in ('treasury_funding', 'treasury_return', 'bank_transfer')
       and (select count(*) from ledger.journals j where j.cause = r.id and j.kind::text = r.kind) <> case r.state when 'approved' then 1 else 0 end`,
  "accrual days are without gap, once each, and of the closed form": `
    select i.id || ' day ' || a.k from invest.investments i join invest.accruals a on a.investment_id = i.id
     where a.amount <> round(i.amount * i.daily_rate * a.k / 100) - round(i.amount * i.daily_rate * (a.k - 1) / 100) or a.k > i.days
    union all select i.id || ' has ' || count(a.k) || ' of ' || coalesce(max(a.k), 0) from invest.investments i left join invest.accruals a on a.investment_id = i.id group by i.id having count(a.k) <> coalesce(max(a.k), 0)`,
  "every finished date is accrued in its zone": `
    select i.id || ' has ' || (select count(*) from invest.accruals a where a.investment_id = i.id) from invest.investments i
      join (select timezone, max(as_of) as as_of from invest.accrual_runs where state = 'finished' group by 1) r on r.timezone = i.timezone
     where (select count(*) from invest.accruals a where a.investment_id = i.id) < least(i.days, r.as_of - i.start_on)`,
  "a credit was paid once, or waits once": `
    select a.investment_id || ' day ' || a.k from invest.accruals a join invest.investments i on i.id = a.investment_id left join treasury.items t on t.journal_kind = 'accrual' and t.source_order = a.investment_id and t.k = a.k
     where a.amount > 0 and ((a.journal_id is null) = (t.id is null) or (t.id is not null and t.amount <> a.amount)
        or (coalesce(a.journal_id, t.journal_id) is not null and (select coalesce(-sum(l.amount), 0) from ledger.lines l where l.journal_id = coalesce(a.journal_id, t.journal_id) and l.account_id = i.interest_account_id and l.source_id = i.id) <> a.amount))`,
  "principal is invested while the contract is active and returned once when it has matured": `
    select i.id || ' ' || i.state from invest.investments i
     where (select coalesce(sum(l.amount), 0) from ledger.lines l join ledger.journals j on j.id = l.journal_id where j.kind = 'maturity' and l.account_id = i.invested_account_id and l.source_id = i.id) <> case i.state when 'matured' then i.amount else 0 end
    union all select 'INVESTED of member ' || b.member_id from ledger.balances b where b.kind = 'INVESTED'
       and b.balance <> (select coalesce(sum(i.amount), 0) from invest.investments i where i.member_id = b.member_id and i.currency = b.currency and i.state = 'active')`,
  "a treasury item was posted once, whole and with its own date": `
    select t.id::text from treasury.items t left join ledger.journals j on j.id = t.journal_id where t.state = 'posted' and (j.value_on <> t.value_on or j.kind <> t.journal_kind
        or (select count(*) from ledger.lines l where l.journal_id = t.journal_id and l.account_id = t.credit_account_id and l.amount = -t.amount and l.source_id = case t.journal_kind when 'accrual' then t.source_order else t.id end) <> 1)`,
  "no contract was parked": "select id || ' ' || parked_reason from invest.investments where parked_reason is not null",
  "a commission follows its investment from DEPOSIT, once": `
    select i.id::text from invest.investments i left join referral.referrals r on r.referred_id = i.member_id left join referral.commissions c on c.source_id = i.public_id join invest.plan_versions v on v.id = i.version_id
     group by i.id, r.referrer_id, v.referral_rate having count(c.id) <> case when r.referrer_id is not null and i.source_wallet = 'DEPOSIT' and round(i.amount * v.referral_rate / 100) > 0 then 1 else 0 end or max(c.amount) <> round(i.amount * v.referral_rate / 100)`,
  "every domain's own verification agrees": "select f.law || ' ' || f.object from unnest(array['audit', 'ledger', 'treasury', 'approval', 'referral', 'funding', 'invest', 'ev', 'network', 'payout']) d cross join lateral desk.faults(d) f",
  "watching while everything moves raises no alarm": "select law || ' ' || object from audit.findings",
};
const verification = { "the application's own verification agrees": "select law || ' ' || object from ledger.verify()" };

export async function violations(desk: Pick<Desk, "sql">, of: "books" | "desk" = "desk"): Promise<string[]> {
  const found: string[] = [];
  for (const [law, text] of Object.entries({ ...lawsOfBooks, ...(of === "desk" ? lawsOfDesk : {}), ...verification })) {
    const rows = await desk.sql<Record<string, string>>(`${text} limit 5`);
    found.push(...rows.map((row) => `${law}: ${Object.values(row).join(" ")}`));
  }
  return found;
}

/** When nothing moves any more, what waits is what cannot be paid. */
export async function unpaid(desk: Pick<Desk, "sql">): Promise<string[]> {
  const rows = await desk.sql<{ name: string }>(
    `select q.name || ' holds ' || (b.balance - b.held) || ' and the next item is ' || n.amount as name from treasury.queues q join ledger.balances b on b.account_id = q.account_id
      cross join lateral (select i.amount from treasury.items i where i.queue_id = q.account_id and i.state = 'awaiting' order by i.value_on, i.source_order, i.k, i.id limit 1) n where n.amount <= b.balance - b.held`);
  return rows.map(({ name }) => `what can be paid is paid: ${name}`);
}

export const lawCount = Object.keys(lawsOfBooks).length + Object.keys(lawsOfDesk).length + 2;
