// Where the work is done, and what the other system said of it last.
import { ActionIcon, Anchor, Badge, Button, Group, Paper, Text, TextInput, Title } from '@mantine/core';
import { IconExternalLink, IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { sayError } from '../../kit/errors';
import { Moment } from '../../kit/Moment';
import { usePlanningWords } from '../../words/planning';
import { AddWorkLink, type PlanningItem, RemoveWorkLink } from './planning.gql';
import classes from './planning.module.css';
import { useSaying } from './useSaying';

const PROVIDERS = { GITHUB: 'GitHub', JIRA: 'Jira', LINEAR: 'Linear', OTHER: '' } as const;

export function WorkLinks({ item, onChanged }: { item: PlanningItem; onChanged: () => void }) {
  const words = usePlanningWords();
  const { planning } = words;
  const say = useSaying();
  const [url, setUrl] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const [{ fetching }, add] = useMutation(AddWorkLink);
  const [, remove] = useMutation(RemoveWorkLink);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setRefused(null);
    const { error } = await add({ input: { planningItemId: item.id, url } });
    if (error) return setRefused(sayError(words, error));
    setUrl('');
    onChanged();
  };
  const drop = async (linkId: string) => {
    const { error } = await remove({ input: { linkId } });
    if (error) say.refusal(error);
    onChanged();
  };
  return (
    <Paper withBorder component="section" className={classes.panel} aria-labelledby="planning-work">
      <Title order={2} size="sm" mb="xs" id="planning-work">
        {planning.links}
      </Title>
      {item.links.length === 0 && (
        <Text size="sm" c="dimmed">
          {planning.noLinks}
        </Text>
      )}
      <ul className={classes.list} role="list">
        {item.links.map((link) => {
          const name = `${PROVIDERS[link.provider]} ${link.key ?? link.url}`.trim();
          return (
            <li key={link.id}>
              <Group justify="space-between" wrap="nowrap" gap="xs">
                <span className={classes.facts}>
                  <Anchor underline="always" href={link.url} target="_blank" rel="noreferrer" size="sm">
                    {name} <IconExternalLink size={14} aria-hidden />
                  </Anchor>
                  {link.state ? (
                    <>
                      <Badge variant="default" tt="none" title={link.stateWord ?? undefined}>
                        {planning.work[link.state]}
                      </Badge>
                      {link.stateAt && <Moment at={link.stateAt} />}
                    </>
                  ) : (
                    link.provider !== 'OTHER' && <span>{planning.noWord}</span>
                  )}
                </span>
                {item.abilities.plan && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={planning.removeLink(name)}
                    onClick={() => void drop(link.id)}
                  >
                    <IconX size={16} aria-hidden />
                  </ActionIcon>
                )}
              </Group>
            </li>
          );
        })}
      </ul>
      {item.abilities.plan && (
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Group gap="xs" mt="sm" align="flex-end" wrap="nowrap">
            <TextInput
              type="url"
              size="xs"
              flex={1}
              label={planning.fields.url}
              placeholder={planning.fields.urlHint}
              maxLength={500}
              value={url}
              error={refused}
              onChange={(event) => setUrl(event.currentTarget.value)}
            />
            <Button size="xs" variant="default" type="submit" loading={fetching} disabled={!url.trim()}>
              {planning.addLink}
            </Button>
          </Group>
        </form>
      )}
    </Paper>
  );
}
