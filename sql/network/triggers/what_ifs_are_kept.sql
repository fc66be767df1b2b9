create or replace trigger what_if_members_are_append_only before update or delete or truncate on network.what_if_members for each statement execute function core.refuse_change();
alter table network.what_if_members enable always trigger what_if_members_are_append_only;
create or replace trigger what_if_months_are_append_only before update or delete or truncate on network.what_if_months for each statement execute function core.refuse_change();
alter table network.what_if_months enable always trigger what_if_months_are_append_only;
create or replace trigger readings_of_what_ifs_are_append_only before update or delete or truncate on network.what_if_readings for each statement execute function core.refuse_change();
alter table network.what_if_readings enable always trigger readings_of_what_ifs_are_append_only;
create or replace trigger disclosures_are_append_only before update or delete or truncate on network.disclosures for each statement execute function core.refuse_change();
alter table network.disclosures enable always trigger disclosures_are_append_only;
