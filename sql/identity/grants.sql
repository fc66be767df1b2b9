grant usage on schema identity to coffer_reader;
grant execute on all functions in schema identity to coffer_reader;
grant select on identity.members, identity.staff, identity.sessions, identity.role_permissions to coffer_reader;
drop policy if exists own_or_staff on identity.members;
create policy own_or_staff on identity.members for select to coffer_reader using ((select identity.is_staff()) or id = (select identity.me()));
drop policy if exists staff_only on identity.staff;
create policy staff_only on identity.staff for select to coffer_reader using ((select identity.is_staff()));
drop policy if exists own_or_staff on identity.sessions;
create policy own_or_staff on identity.sessions for select to coffer_reader using ((select identity.is_staff()) or (audience = 'member' and actor_id = (select identity.me())));
-- What the words hash to is nobody's to read.
grant select (id, reference, member_id, old_email, new_email, drop_authenticator, note, asked_at, proven_at) on identity.recoveries to coffer_reader;
drop policy if exists staff_only on identity.recoveries;
create policy staff_only on identity.recoveries for select to coffer_reader using ((select identity.is_staff()));
drop policy if exists staff_only on identity.role_permissions;
create policy staff_only on identity.role_permissions for select to coffer_reader using ((select identity.is_staff()));
grant select on identity.photos to coffer_reader;
drop policy if exists own_or_staff on identity.photos;
create policy own_or_staff on identity.photos for select to coffer_reader using ((select identity.is_staff()) or member_id = (select identity.me()));
