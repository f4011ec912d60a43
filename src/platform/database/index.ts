// The door of the database: reads, transactions, migration, where it runs.
export { backUp, type Kind, MAIN, restore } from './backup.js';
export { Database } from './database.js';
export { newId } from './ids.js';
export { containing } from './like.js';
export { migrate, runFiles } from './migrate.js';
export { rows } from './rows.js';
export { defineEvent, type EventSink, type EventType, type HintNotice, Transaction } from './transaction.js';
export { default as sql, empty, join, raw, type Sql } from 'sql-template-tag';
