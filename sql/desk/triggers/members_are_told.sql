create or replace trigger members_are_told after insert on outbox.mails for each row when (new.member_id is not null) execute function desk.tell_member();
alter table outbox.mails enable always trigger members_are_told;
