/* Under which kind the portal tells what a mail tells (spec 5.4). */
create or replace function desk.notice_kind(p_template text, p_facts jsonb) returns text
language sql immutable set search_path = '' as $$
  select case
    when p_template ~ '^(deposit|withdrawal|payout)_(pending|rejected)$' or p_template in ('withdrawal_approved', 'payout_approved', 'milestone_approved', 'milestone_rejected') then 'approval'
    when p_template ~ '^(deposit|withdrawal|payout|investment|awaiting|booking|instalment)_' then 'money'
    when p_template ~ '^referral_' then 'network'
    when p_template ~ '^kyc_' then 'kyc'
    when p_template ~ '^(claim|destination|email|recovery|security)_' or p_template in ('new_device', 'account_closed', 'account_suspended', 'account_restored') then 'security'
    when p_template ~ '^membership_' then 'membership'
    when p_template ~ '^grievance_' or p_facts ->> 'grievance' = 'true' then 'grievance'
    else 'system' end
$$;
comment on function desk.notice_kind is 'Under which kind the portal tells what a mail tells.';
