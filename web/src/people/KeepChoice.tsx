// Which of two stays, side by side.
import { Badge, Radio, Text } from '@mantine/core';
import { usePageWords } from '../words/pages';
import type { Twin } from './merging';
import classes from './people.module.css';

type Props = { twins: readonly Twin[]; keptId: string; onChange: (id: string) => void };

export function KeepChoice({ twins, keptId, onChange }: Props) {
  const { merging } = usePageWords();
  return (
    <Radio.Group label={merging.keep} value={keptId} onChange={onChange}>
      <div className={classes.sides}>
        {twins.map(({ id, name, label }) => (
          <Radio.Card
            key={id}
            value={id}
            className={classes.side}
            aria-label={merging.keepThis(name, label)}
            data-kept={id === keptId || undefined}
          >
            <div className={classes.sideHead}>
              <Radio.Indicator />
              <Badge variant="light" color={id === keptId ? 'teal' : 'gray'} size="sm" tt="none">
                {id === keptId ? merging.kept : merging.gone}
              </Badge>
            </div>
            <Text size="sm" fw={600}>
              {name}
            </Text>
            <Text size="xs" c="dimmed" className={classes.workLine}>
              {label}
            </Text>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
