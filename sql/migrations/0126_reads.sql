-- What a page of a member or of staff asks for is found by an index, however many members, sessions and contracts there are.

-- Ended sessions too: every page of a member says when they last signed in.
drop index identity.sessions_by_actor;
create index sessions_by_actor on identity.sessions (actor_id, created_at desc);

-- Removed ones too: what was paid to a nominee stays on the claim.
create index destinations_by_payee on funding.destinations (payee_id) where payee_id is not null;

create index investments_by_time on invest.investments (created_at);

create index bookings_to_refund on ev.bookings (booked_at desc, id desc) where refund > 0 and refunded_at is null;

-- Lists of staff begin with the newest of all.
create index withdrawals_by_time on funding.withdrawals (requested_at desc, id desc);
create index payouts_by_time on payout.payouts (requested_at desc, id desc);
create index mails_by_time on outbox.mails (created_at desc, id desc);

-- What changed since the last look of the watch, every minute.
create index payouts_by_change on payout.payouts (greatest(requested_at, decided_at, sent_at, closed_at, reversed_at));
create index bookings_by_change on ev.bookings (greatest(booked_at, opened_at, cancelled_at, refunded_at));
create index payments_by_change on ev.payments (decided_at) where decided_at is not null;
create index pairs_by_placing on network.pairs (emi_placed_at) where emi_placed_at is not null;
create index clawbacks_by_time on referral.clawbacks (taken_at);
