// One of the five categories: the same colour, sign and word everywhere.
import { type Icon, IconBug, IconBulb, IconCreditCard, IconHelpCircle, IconTool } from '@tabler/icons-react';

import type { Category } from '../gql/words';
import classes from './kit.module.css';

export const CATEGORY_ICONS: Record<Category, Icon> = {
  USAGE: IconHelpCircle,
  DEFECT: IconBug,
  IMPROVEMENT: IconTool,
  FEATURE: IconBulb,
  ACCOUNT: IconCreditCard,
};

export const categoryColor = (category: Category): string => `var(--cat-${category.toLowerCase()})`;

export function CategoryBadge({
  category,
  label,
  quiet = false,
}: {
  category: Category;
  label: string;
  quiet?: boolean;
}) {
  const Sign = CATEGORY_ICONS[category];
  return (
    <span
      className={classes.category}
      data-quiet={quiet || undefined}
      style={{ color: categoryColor(category) }}
    >
      <Sign size={14} stroke={2} aria-hidden />
      {label}
    </span>
  );
}
