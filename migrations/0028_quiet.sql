-- Up Migration
-- When a company was heard last, and how often in some weeks: asked of each company at once.

create index message_heard on hotline.message (space_id, created_at) where side = 'CONTACT';
