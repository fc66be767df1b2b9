-- Up Migration
-- What a member chooses for the principal at the end of a term, and how it was carried out (spec 3.1).

alter table ledger.holds drop constraint hold_reason_is_known;
alter table ledger.holds add constraint hold_reason_is_known
  check (reason in ('withdrawal', 'payout', 'unverified', 'cooling_off', 'reserve', 'earmark', 'accrual_run', 'renewal'));

create table invest.instructions (
  id bigint generated always as identity primary key,
  investment_id bigint not null references invest.investments on delete restrict,
  choice text not null constraint instruction_choice_is_known check (choice in ('wallet', 'renew')),
  chosen_by bigint not null references identity.members on delete restrict,
  chosen_at timestamptz not null
);
comment on table invest.instructions is 'What was chosen for the principal of a contract, the last one counts; without any it goes to DEPOSIT. Never changed: the history is who chose what, and when.';
comment on column invest.instructions.choice is 'wallet: to DEPOSIT. renew: invested again, in the version of the plan that is sold on the end date.';
comment on column invest.instructions.chosen_at is 'Business time, before the end date began in the plan''s time zone.';
create index instructions_by_investment on invest.instructions (investment_id, id desc);
create index instructions_by_member on invest.instructions (chosen_by);
alter table invest.instructions enable row level security;

create table invest.renewals (
  investment_id bigint primary key references invest.investments on delete restrict,
  instruction_id bigint not null references invest.instructions on delete restrict constraint an_instruction_is_carried_out_once unique,
  hold_id uuid not null references ledger.holds on delete restrict constraint a_renewal_has_a_hold_of_its_own unique,
  state text not null default 'due' constraint renewal_state_is_known check (state in ('due', 'renewed', 'returned')),
  renewed_id bigint references invest.investments on delete restrict constraint a_contract_renews_one_other unique,
  reason text constraint renewal_reason_is_known check (reason in ('not_active', 'below_minimum', 'above_maximum', 'suspended', 'kyc_required', 'treasury_short', 'failed')),
  fault text constraint renewal_fault_is_bounded check (length(fault) <= 500),
  due_at timestamptz not null,
  done_at timestamptz,
  constraint a_renewal_says_what_became_of_it check ((state = 'renewed') = (renewed_id is not null) and (state = 'returned') = (reason is not null) and (state = 'due') = (done_at is null)),
  constraint only_a_failed_renewal_has_a_fault check ((reason is not distinct from 'failed') = (fault is not null)),
  constraint no_contract_renews_itself check (renewed_id <> investment_id)
);
comment on table invest.renewals is 'Principal that is to be invested again, written as its contract matures and held on DEPOSIT until it is carried out, once: a new contract, or free on DEPOSIT with the reason.';
comment on column invest.renewals.reason is 'The problem that stood in the way; failed: one that nobody foresaw.';
comment on column invest.renewals.fault is 'SQLSTATE and message of what nobody foresaw.';
comment on column invest.renewals.due_at is 'When the contract matured, business time.';
create index renewals_due on invest.renewals (investment_id) where state = 'due';
alter table invest.renewals enable row level security;
