// One material as it is read: a file, a link, a video elsewhere, or words.
import { Anchor, Paper, Text } from '@mantine/core';
import { IconExternalLink, IconFile, IconPlayerPlay } from '@tabler/icons-react';
import { Markdown } from '../kit/Markdown';
import { useTrainingWords } from '../words/training';
import { useLocale } from '../words/words';
import { inLocale } from './said';
import type { Material } from './training.gql';
import classes from './training.module.css';

const ICONS = { FILE: IconFile, LINK: IconExternalLink, VIDEO: IconPlayerPlay } as const;

export function MaterialView({ material }: { material: Material }) {
  const { training } = useTrainingWords();
  const words = inLocale(material.texts, useLocale());
  const { kind, file, url } = material;
  const Icon = kind === 'MARKDOWN' ? null : ICONS[kind];
  return (
    <Paper withBorder className={classes.panel}>
      <span className={classes.head}>
        {Icon && <Icon size={18} stroke={1.7} aria-hidden />}
        {kind === 'MARKDOWN' ? (
          <Text span fw={600}>
            {words?.title}
          </Text>
        ) : (
          <Anchor
            href={file?.url ?? url ?? ''}
            underline="always"
            {...(file ? {} : { target: '_blank', rel: 'noopener noreferrer' })}
          >
            {words?.title}
          </Anchor>
        )}
        <Text span size="xs" c="dimmed">
          {file ? file.name : training.kinds[kind]}
        </Text>
      </span>
      {words?.body && <Markdown text={words.body} />}
    </Paper>
  );
}
