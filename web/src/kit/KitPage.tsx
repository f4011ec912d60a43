// The whole kit on one page, in the reader's own theme and language: for whoever builds a page, and for the eye.
import {
  Alert,
  Badge,
  Button,
  Checkbox,
  Group,
  SegmentedControl,
  Stack,
  Switch,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconAlertTriangle, IconInbox } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { CATEGORIES } from '../gql/words';
import { useWords } from '../words/words';
import { CategoryBadge, categoryColor } from './CategoryBadge';
import { Definition, Sentence } from './Definition';
import { Dialog } from './Dialog';
import classes from './KitPage.module.css';
import { Markdown } from './Markdown';
import { Moment } from './Moment';
import { PersonMark } from './PersonMark';
import { Failed, Loading, Saying } from './states';

const NAMES = ['김다온', '남궁민수', 'Imogen Thackwell', '한빛', 'Ada'];
const SURFACES = [
  '--mantine-color-body',
  '--hotline-panel',
  '--hotline-mine',
  '--hotline-note',
  '--hotline-line',
];
const WORDS_IN = [
  '--mantine-color-text',
  '--mantine-color-dimmed',
  '--hotline-info',
  '--hotline-done',
  '--hotline-warn',
  '--hotline-danger',
];
const TEXT =
  '**굵게**, *기울임*, `code`, [링크](https://example.com)\n\n- 하나\n- 둘\n\n> 인용\n\n```\nconst n = 1;\n```';

export default function KitPage() {
  const { shell } = useWords();
  const [open, setOpen] = useState(false);
  const [loading, setLoading] = useState(false);
  const [choice, setChoice] = useState('USAGE');
  return (
    <div className={classes.page}>
      <Title order={1} size="h2">
        Kit
      </Title>
      <Part name="CategoryBadge">
        <Group>
          {CATEGORIES.map((category) => (
            <CategoryBadge key={category} category={category} label={shell.categories[category]} />
          ))}
        </Group>
        <Group mt="xs">
          {CATEGORIES.map((category) => (
            <CategoryBadge key={category} category={category} label={shell.categories[category]} quiet />
          ))}
        </Group>
      </Part>
      <Part name="Colours">
        <div className={classes.swatches}>
          {[...SURFACES, ...CATEGORIES.map(categoryColor).map((each) => each.slice(4, -1))].map((name) => (
            <Swatch key={name} name={name} />
          ))}
        </div>
        {WORDS_IN.map((name) => (
          <Text key={name} size="sm" style={{ color: `var(${name})` }}>
            {name}
          </Text>
        ))}
      </Part>
      <Part name="PersonMark">
        <Group>
          {NAMES.map((name) => (
            <Group key={name} gap={6}>
              <PersonMark name={name} />
              <Text size="sm">{name}</Text>
            </Group>
          ))}
        </Group>
      </Part>
      <Part name="Moment">
        <Group>
          {[0, 7, 90, 60 * 30, 60 * 24 * 40].map((minutes) => (
            <Moment key={minutes} at={new Date(Date.now() - minutes * 60_000).toISOString()} />
          ))}
        </Group>
      </Part>
      <Part name="Button">
        <Group>
          <Button>{shell.save}</Button>
          <Button variant="light">{shell.save}</Button>
          <Button variant="default">{shell.cancel}</Button>
          <Button variant="subtle">{shell.cancel}</Button>
          <Button color="red">{shell.save}</Button>
          <Button disabled>{shell.save}</Button>
          <Badge variant="default" tt="none">
            {shell.channels.HOTLINE}
          </Badge>
        </Group>
      </Part>
      <Part name="Fields">
        <Stack maw={420}>
          <TextInput label={shell.inbox} description={shell.weekly} placeholder={shell.review} />
          <TextInput label={shell.inbox} error={shell.failed} defaultValue="!" />
          <Checkbox label={shell.inbox} defaultChecked />
          <Switch label={shell.inbox} defaultChecked />
          <SegmentedControl
            aria-label={shell.weekly}
            value={choice}
            onChange={setChoice}
            data={CATEGORIES.slice(0, 3).map((value) => ({ value, label: shell.categories[value] }))}
          />
          <Alert color="red" icon={<IconAlertTriangle size={18} />}>
            {shell.failed}
          </Alert>
        </Stack>
      </Part>
      <Part name="Definition">
        <Definition label={shell.weekly}>
          <Sentence title={shell.weekly}>{shell.failed}</Sentence>
        </Definition>
      </Part>
      <Part name="Dialog">
        <Button variant="default" onClick={() => setOpen(true)}>
          Dialog
        </Button>
        {open && (
          <Dialog title="Dialog" onClose={() => setOpen(false)}>
            {shell.failed}
          </Dialog>
        )}
      </Part>
      <Part name="Markdown">
        <Markdown text={TEXT} />
      </Part>
      <Part name="Loading · Saying · Failed">
        <Switch label="Loading" checked={loading} onChange={() => setLoading(!loading)} />
        {loading && <Loading rows={2} label={shell.loading} />}
        <Saying
          order={3}
          icon={<IconInbox size={28} />}
          title={shell.notFoundTitle}
          action={<Button>{shell.goHome}</Button>}
        >
          {shell.notFound}
        </Saying>
        <Failed
          icon={<IconAlertTriangle size={28} />}
          title={shell.failedTitle}
          text={shell.failed}
          retry={shell.retry}
          onRetry={() => {}}
        />
      </Part>
    </div>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className={classes.part} aria-label={name}>
      <Title order={2} size="sm" c="dimmed" mb="xs">
        {name}
      </Title>
      {children}
    </section>
  );
}

function Swatch({ name }: { name: string }) {
  return (
    <span className={classes.swatch}>
      <span style={{ background: `var(${name})` }} aria-hidden />
      {name}
    </span>
  );
}
