-- Up Migration
-- What staff write down about a member for each other, and suspension by two people (spec 7.1).

alter table approval.requests drop constraint request_kind_is_known;
alter table approval.requests add constraint request_kind_is_known check (kind in ('deposit', 'withdrawal', 'plan_activation', 'treasury_funding', 'treasury_return', 'bank_transfer', 'reconciliation', 'kyc', 'milestone', 'recovery', 'claim', 'booking_payment', 'booking_cancel', 'payout', 'compensation_activation', 'staff_role', 'setting', 'suspension'));

create table identity.notes (
  id uuid primary key default uuidv7(),
  member_id bigint not null references identity.members on delete restrict,
  author_id bigint not null references identity.staff on delete restrict,
  body text not null constraint note_is_at_most_four_thousand check (length(body) <= 4000),
  written_at timestamptz not null
);
comment on table identity.notes is 'What staff write down about a member for each other. Never shown to the member; only added to, and emptied when the member is anonymised.';
create index notes_by_member on identity.notes (member_id, written_at desc);
create index notes_by_author on identity.notes (author_id);
alter table identity.notes enable row level security;
