// How much of a thread one row of the inbox shows: kept in this browser.
import { useLocalStorage } from '@mantine/hooks';

export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

/** Pixels of a row, its line included; Inbox.module.css draws the same. */
export const ROW_HEIGHT: Record<Density, number> = { comfortable: 88, compact: 58 };

export const useDensity = () =>
  useLocalStorage<Density>({
    key: 'hotline.density',
    defaultValue: 'comfortable',
    getInitialValueInEffect: false,
    deserialize: (kept) => (kept?.includes('compact') ? 'compact' : 'comfortable'),
  });
