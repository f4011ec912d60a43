// A mail as the outbox shows it.
export type MailRow = {
  id: string;
  to: string;
  kind: string;
  subject: string;
  text: string;
  createdAt: string;
  sentAt: string | null;
  error: string | null;
};
