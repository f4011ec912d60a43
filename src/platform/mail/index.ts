// The door of mail: write a letter, and the port it leaves through.
<<<<<<< HEAD
export { type Calendar, type Letter, Mail } from './mail.js';
=======
export { type Block, type Letter, Mail } from './mail.js';
>>>>>>> main
export { Mailer, type OutgoingMail, SmtpMailer } from './mailer.js';
