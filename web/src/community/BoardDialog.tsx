// A board is opened or changed: what it is called, what holds there, how people write, who can read it.
import { Alert, Button, Checkbox, Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { TIERS } from '../gql/words';
import { Dialog } from '../kit/Dialog';
import { sayError } from '../kit/errors';
import { useCommunityWords } from '../words/community';
import type { Board } from './boards.gql';
import { CloseBoardPart } from './CloseBoardPart';
import { CompaniesField } from './CompaniesField';
import { ChangeBoard, OpenBoard } from './moderating.gql';

type Props = { board: Board | null; onClose: () => void; onDone: (board: Board) => void };

export function BoardDialog({ board, onClose, onDone }: Props) {
  const words = useCommunityWords();
  const { community, shell } = words;
  const [name, setName] = useState(board?.name ?? '');
  const [about, setAbout] = useState(board?.about ?? '');
  const [rules, setRules] = useState(board?.rules ?? '');
  const [anonymous, setAnonymous] = useState(board?.anonymous ?? true);
  const [everyone, setEveryone] = useState(board?.audience?.everyone ?? true);
  const [tiers, setTiers] = useState<string[]>([...(board?.audience?.tiers ?? [])]);
  const [companyIds, setCompanies] = useState<string[]>([...(board?.audience?.companyIds ?? [])]);
  const [{ error: refusedOpen, fetching: opening }, open] = useMutation(OpenBoard);
  const [{ error: refusedChange, fetching: changing }, change] = useMutation(ChangeBoard);
  const error = refusedOpen ?? refusedChange;
  const nobody = !everyone && tiers.length === 0 && companyIds.length === 0;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const audience = everyone
      ? { everyone, tiers: [], companyIds: [] }
      : { everyone: false, tiers, companyIds };
    const said = { name, about, rules, audience };
    if (board) {
      const { data } = await change({ input: { ...said, boardId: board.id, version: board.version } });
      if (data) onDone(data.changeBoard.board);
    } else {
      const { data } = await open({ input: { ...said, anonymous } });
      if (data) onDone(data.openBoard.board);
    }
  };
  return (
    <Dialog title={board ? community.change : community.openBoard} onClose={onClose} size="lg">
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <TextInput
            label={community.name}
            required
            maxLength={60}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Textarea
            label={community.about}
            description={community.aboutHint}
            autosize
            minRows={2}
            maxLength={500}
            value={about}
            onChange={(event) => setAbout(event.currentTarget.value)}
          />
          <Textarea
            label={community.rulesField}
            description={community.rulesHint}
            autosize
            minRows={3}
            maxRows={10}
            maxLength={4000}
            value={rules}
            onChange={(event) => setRules(event.currentTarget.value)}
          />
          <Radio.Group
            label={community.writes}
            description={community.neverChanges}
            value={anonymous ? 'anonymous' : 'named'}
            onChange={(value) => setAnonymous(value === 'anonymous')}
          >
            <Stack gap="xs" mt="xs">
              <Radio
                value="anonymous"
                label={community.anonymousChoice}
                description={community.anonymousHint}
                disabled={board !== null}
              />
              <Radio
                value="named"
                label={community.namedChoice}
                description={community.namedHint}
                disabled={board !== null}
              />
            </Stack>
          </Radio.Group>
          <Radio.Group
            label={community.audience}
            value={everyone ? 'everyone' : 'some'}
            onChange={(value) => setEveryone(value === 'everyone')}
          >
            <Group gap="lg" mt="xs">
              <Radio value="everyone" label={community.everyone} />
              <Radio value="some" label={community.some} />
            </Group>
          </Radio.Group>
          {!everyone && (
            <>
              <Checkbox.Group label={community.tiersField} value={tiers} onChange={setTiers}>
                <Group gap="lg" mt="xs">
                  {TIERS.map((tier) => (
                    <Checkbox key={tier} value={tier} label={shell.tiers[tier]} />
                  ))}
                </Group>
              </Checkbox.Group>
              <CompaniesField chosen={companyIds} onChoose={setCompanies} />
              {nobody && (
                <Text size="sm" c="dimmed">
                  {community.nobody}
                </Text>
              )}
            </>
          )}
          {error && (
            <Alert color="red" role="alert" p="sm">
              {sayError(words, error)}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {shell.cancel}
            </Button>
            <Button type="submit" loading={opening || changing} disabled={!name.trim() || nobody}>
              {board ? shell.save : community.open}
            </Button>
          </Group>
        </Stack>
      </form>
      {board && <CloseBoardPart board={board} onDone={onDone} />}
    </Dialog>
  );
}
