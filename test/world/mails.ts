// Mail's far end: keeps what would have been delivered.
import { Mailer, type OutgoingMail } from '../../src/platform/mail/index.js';

export class CaughtMails extends Mailer {
  readonly delivers = true;
  readonly sent: OutgoingMail[] = [];

  async send(mail: OutgoingMail): Promise<void> {
    this.sent.push(mail);
  }

  /** The newest mail to an address. */
  to(address: string): OutgoingMail {
    const mail = this.sent.findLast((each) => each.to === address);
    if (!mail)
      throw new Error(
        `No mail to ${address}; there are ${this.sent.map((each) => each.to).join(', ') || 'none'}.`,
      );
    return mail;
  }

  /** The one-time word behind # in the newest mail to an address. */
  token(address: string): string {
    const token = /#([\w-]{40,})/.exec(this.to(address).text)?.[1];
    if (!token) throw new Error(`The mail to ${address} has no link.`);
    return token;
  }
}
