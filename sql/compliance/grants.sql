grant usage on schema compliance to coffer_reader;
grant select on compliance.kyc, compliance.documents, compliance.nominees to coffer_reader;
grant execute on function compliance.lacks(bigint, date), compliance.renewable(bigint, date) to coffer_reader;
drop policy if exists own_or_staff on compliance.kyc;
create policy own_or_staff on compliance.kyc for select to coffer_reader using ((select identity.is_staff()) or member_id = (select identity.me()));
drop policy if exists own_or_staff on compliance.documents;
create policy own_or_staff on compliance.documents for select to coffer_reader using ((select identity.is_staff()) or member_id = (select identity.me()));
drop policy if exists own_or_staff on compliance.nominees;
create policy own_or_staff on compliance.nominees for select to coffer_reader using ((select identity.is_staff()) or member_id = (select identity.me()));
