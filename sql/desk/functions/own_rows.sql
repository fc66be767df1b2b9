/* How many rows the lists hold that are handed out with all of a member's data (`my_data`): as many as its file will have. */
create or replace function desk.own_rows(p_me identity.members) returns bigint
language sql stable set search_path = '' as $$
  select (select count(*) from ledger.accounts a join ledger.lines l on l.account_id = a.id where a.member_id = (p_me).id)
    + (select count(*) from funding.deposits d where d.member_id = (p_me).id) + (select count(*) from funding.withdrawals w where w.member_id = (p_me).id)
    + (select count(*) from invest.investments i where i.member_id = (p_me).id) + (select count(*) from ev.bookings b where b.member_id = (p_me).id)
    + (select count(*) from referral.commissions c where c.referrer_id = (p_me).id) + (select count(*) from outbox.mails m where m.to_email = (p_me).email)
$$;
comment on function desk.own_rows is 'How many rows all of a member''s data has.';
