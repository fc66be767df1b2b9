create or replace trigger members_are_told_of_their_exports after update of state on office.exports for each row
  when (new.member_id is not null and old.state in ('waiting', 'running') and new.state in ('finished', 'failed')) execute function desk.tell_own_export();
alter table office.exports enable always trigger members_are_told_of_their_exports;
