-- Up Migration
-- Roles in a space are changed by checked commands under the system role; the contacts' role only reads them.

revoke insert, update on hotline.space_member from hotline_contact;
drop policy own_space on hotline.space_member;
create policy own_space on hotline.space_member for select to hotline_contact
  using (space_id = (select nullif(current_setting('hotline.space', true), '')::uuid));
