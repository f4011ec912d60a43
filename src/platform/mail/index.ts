// The door of mail: write a letter, and the port it leaves through.
export { type Block, type Calendar, type Letter, Mail } from './mail.js';
export { Mailer, type OutgoingMail, SmtpMailer } from './mailer.js';
