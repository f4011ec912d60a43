-- Up Migration
-- When a session was last used, to the day: enough to recognise a forgotten device, too little to follow somebody.

alter table hotline.session add column last_used_on date;
