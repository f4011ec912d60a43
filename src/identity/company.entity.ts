// An enterprise client.
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const TIERS = ['STANDARD', 'PREMIUM', 'VIP'] as const;
export type Tier = (typeof TIERS)[number];

@Entity({ schema: 'hotline', name: 'company' })
export class Company {
  @PrimaryColumn('uuid')
  id: string;

  /** The company's word in addresses: lower case letters, digits, hyphens. */
  @Column('text')
  handle: string;

  @Column('text')
  name: string;

  @Column('text')
  nameSearch: string;

  @Column('int')
  employees: number;

  @Column('text')
  tier: Tier;

  @Column('timestamptz')
  createdAt: Date;

  @Column('int')
  version: number;

  /** The company that this one turned out to be. */
  @Column('uuid', { nullable: true })
  mergedIntoId: string | null;
}

/** A handle out of a domain ('nda091.example' → 'nda091') or, failing that, out of the id. */
export function handleFrom(domain: string | undefined, id: string): string {
  const label = (domain?.split('.')[0] ?? '')
    .replace(/[^a-z0-9-]/g, '')
    .replace(/^-+/, '')
    .slice(0, 36);
  return label || `c${id.replaceAll('-', '').slice(-10)}`;
}
