// The one shared space of a company and the CX team.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'hotline', name: 'space' })
export class Space {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  companyId: string;

  @Column('timestamptz')
  openedAt: Date;

  @Column('uuid', { nullable: true })
  openedBy: string | null;

  /** Why it was opened by hand; null when the company's size was the reason. */
  @Column('text', { nullable: true })
  reason: string | null;
}
