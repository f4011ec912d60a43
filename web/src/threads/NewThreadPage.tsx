// Asking: one big field, ready at once. What is written survives everything until it is sent.
import { ActionIcon, Alert, Button, Group, Text, Textarea, TextInput, Title } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconHeading, IconLock, IconSend2 } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { type CombinedError, useMutation, useQuery } from 'urql';
import { sayError } from '../kit/errors';
import { Saying } from '../kit/states';
import { paths } from '../paths';
import { useSignedIn } from '../session/me';
import { useWords } from '../words/words';
import { AnsweringLine } from './AnsweringLine';
import { AttachButton } from './AttachButton';
import { DropVeil } from './DropVeil';
import { FileChips } from './FileChips';
import fileClasses from './Files.module.css';
import classes from './NewThreadPage.module.css';
import { OwnCompany } from './OwnCompany';
import { SendSettings } from './SendSettings';
import { useEnterSends } from './keys';
import { OpenThread, SpaceQuery } from './threads.gql';
import { MOD, MOST_CHARACTERS, NEARLY_FULL, sends } from './typing';
import { useUploads } from './uploads';
import { useFileDrop, useFileTaking } from './useFileTaking';
import { useNewThreadDraft } from './useNewThreadDraft';
import { usePageTitle } from './usePageTitle';
import { useVisibleHeight } from './useVisibleHeight';

export default function NewThreadPage() {
  const { handle = '' } = useParams();
  return (
    <OwnCompany handle={handle}>
      <NewThread key={handle} handle={handle} />
    </OwnCompany>
  );
}

function NewThread({ handle }: { handle: string }) {
  const words = useWords();
  const { threads, shell } = words;
  const navigate = useNavigate();
  const me = useSignedIn();
  const staff = me.role !== null;
  const [{ data, fetching, error: unread }] = useQuery({
    query: SpaceQuery,
    variables: { handle },
    requestPolicy: 'cache-first',
  });
  const space = data?.companyByHandle?.space;
  const { draft, write, key, clear } = useNewThreadDraft(me.person.id, handle);
  const files = useUploads(me.person.id, `new.${handle}`);
  const { take, paste } = useFileTaking(files, space?.id ?? null);
  const { over: hovering, pane } = useFileDrop(take);
  const [titled, setTitled] = useState(draft.title !== '');
  const [error, setError] = useState<CombinedError>();
  const [{ fetching: busy }, openThread] = useMutation(OpenThread);
  const [enterSends] = useEnterSends();
  const field = useRef<HTMLTextAreaElement>(null);
  const over = draft.body.length > MOST_CHARACTERS;
  const says = draft.body.trim() !== '' || files.items.length > 0;
  const sendable = says && !over && !files.busy && !files.failed && Boolean(space);
  const heading = staff ? threads.newStaffTitle(data?.companyByHandle?.name ?? '') : threads.newTitle;
  usePageTitle(heading);
  useVisibleHeight();
  // After the frame has announced the page, the field is where one wants to be.
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);

  const send = async () => {
    if (!sendable || busy || !space) return;
    const title = draft.title.trim() || null;
    const attachmentIds = files.items.flatMap(({ sent }) => sent?.id ?? []);
    const { data: opened, error: refused } = await openThread({
      input: {
        spaceId: space.id,
        title,
        body: draft.body.trim() === '' ? '' : draft.body,
        attachmentIds,
        idempotencyKey: key(attachmentIds),
      },
    });
    setError(refused);
    if (!opened) return;
    clear();
    files.list.take();
    await navigate(paths.thread(handle, opened.openThread.thread.id), {
      replace: true,
    });
  };

  if (data && !space) {
    return (
      <Saying order={1} icon={<IconLock size={28} />} title={shell.noSpaceTitle}>
        {shell.noSpace}
      </Saying>
    );
  }
  if (space && !space.abilities.openThread) {
    const back = (
      <Button component={Link} to={paths.space(handle)} variant="light">
        {threads.backToSpace}
      </Button>
    );
    return <Saying order={1} icon={<IconLock size={28} />} title={threads.mayNotOpen} action={back} />;
  }
  return (
    <form
      className={`${classes.page} ${fileClasses.pane}`}
      {...pane}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className={classes.head}>
        <ActionIcon
          component={Link}
          to={paths.space(handle)}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={threads.backToSpace}
        >
          <IconArrowLeft size={20} aria-hidden />
        </ActionIcon>
        <Title order={1} className={classes.title}>
          {heading}
        </Title>
      </div>
      {space && !staff && <AnsweringLine spaceId={space.id} />}
      {titled && (
        <TextInput
          size="md"
          label={threads.title}
          description={threads.titleHint}
          maxLength={200}
          autoFocus={draft.title === ''}
          value={draft.title}
          onChange={(event) => write({ title: event.currentTarget.value })}
          onKeyDown={(event) => {
            // Enter in the title goes on to the text, it sends nothing.
            if (event.key !== 'Enter') return;
            event.preventDefault();
            if (!event.nativeEvent.isComposing) field.current?.focus();
          }}
        />
      )}
      <Textarea
        ref={field}
        className={classes.field}
        aria-label={staff ? threads.firstMessage : threads.question}
        aria-describedby="new-thread-hint"
        placeholder={staff ? threads.newStaffHint : threads.newHint}
        value={draft.body}
        onChange={(event) => write({ body: event.currentTarget.value })}
        onPaste={paste}
        onKeyDown={(event) => {
          if (!sends(event, enterSends)) return;
          event.preventDefault();
          void send();
        }}
        classNames={{
          wrapper: classes.wrapper ?? '',
          input: classes.input ?? '',
        }}
        error={over ? threads.left(MOST_CHARACTERS - draft.body.length) : undefined}
      />
      <FileChips files={files} />
      {(error ?? unread) && (
        <Alert color="red" role="alert" icon={<IconAlertTriangle size={18} />}>
          {sayError(words, error ?? unread)}
        </Alert>
      )}
      <div className={classes.bar}>
        {!titled && (
          <Button
            variant="subtle"
            color="gray"
            className={classes.quiet}
            leftSection={<IconHeading size={16} aria-hidden />}
            onClick={() => setTitled(true)}
          >
            {threads.addTitle}
          </Button>
        )}
        <Group gap={4} className={classes.hints} wrap="nowrap">
          <AttachButton onFiles={take} />
          <SendSettings />
          <Text size="xs" c="dimmed" id="new-thread-hint">
            <span className={classes.keys}>{threads.keyHint(MOD, enterSends)} · </span>
            {!over && draft.body.length > NEARLY_FULL
              ? threads.left(MOST_CHARACTERS - draft.body.length)
              : threads.draftKept}
          </Text>
        </Group>
        <Button
          type="submit"
          size="md"
          className={classes.send}
          leftSection={<IconSend2 size={18} aria-hidden />}
          disabled={!sendable}
          loading={busy || (fetching && !data && draft.body.trim() !== '')}
        >
          {staff ? threads.send : threads.sendQuestion}
        </Button>
      </div>
      {hovering && <DropVeil />}
    </form>
  );
}
