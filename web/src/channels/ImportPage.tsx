// One import, step by step: what is shown follows from where it stands, so that one may leave and come back.
import { Button, VisuallyHidden } from '@mantine/core';
import { IconFileOff, IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import { Failed, Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { Page } from '../people/Page';
import { useSignedIn } from '../session/me';
import { useImportWords } from '../words/importing';
import { Checked } from './Checked';
import { Columns } from './Columns';
import { Ended } from './Ended';
import { Halted } from './Halted';
import type { Import } from './importing.gql';
import { Forbidden } from './ImportsPage';
import { Steps } from './Steps';
import { Underway } from './Underway';
import { useImport } from './useImport';

const AT: Record<Import['state'], number> = {
  UPLOADED: 1,
  CHECKING: 2,
  CHECKED: 2,
  RUNNING: 3,
  STOPPED: 3,
  FAILED: 3,
  DONE: 4,
  UNDOING: 4,
  UNDONE: 4,
};

export default function ImportPage() {
  const { abilities } = useSignedIn();
  const { id = '' } = useParams();
  return abilities.import ? <One key={id} id={id} /> : <Forbidden />;
}

function One({ id }: { id: string }) {
  const { importing, shell } = useImportWords();
  const asked = useImport(id);
  const found = asked.import;
  const [choosing, setChoosing] = useState(false);
  const state = found?.state;
  useEffect(() => {
    if (state !== 'CHECKED') setChoosing(false);
  }, [state]);
  if (!found) {
    if (asked.gone) {
      return (
        <Saying
          order={1}
          icon={<IconFileOff size={28} />}
          title={importing.goneTitle}
          action={
            <Button component={Link} to={paths.imports} variant="light">
              {importing.goList}
            </Button>
          }
        >
          {importing.gone}
        </Saying>
      );
    }
    if (!asked.failed) return <Loading label={shell.loading} />;
    return (
      <Failed
        icon={<IconPlugConnectedX size={28} />}
        title={shell.failedTitle}
        text={shell.failed}
        retry={shell.retry}
        onRetry={asked.again}
      />
    );
  }
  const mapping = choosing || found.state === 'UPLOADED' || (found.state === 'FAILED' && !found.startedAt);
  const at = mapping ? 1 : AT[found.state];
  return (
    <Page
      title={found.name}
      lead={importing.file(importing.states[found.state], found.rows, found.encoding)}
      back={{ to: paths.imports, label: importing.back }}
    >
      <Steps at={at} finished={found.state === 'DONE'} />
      <VisuallyHidden role="status">{importing.states[found.state]}</VisuallyHidden>
      {mapping ? (
        <Columns subject={found} />
      ) : (
        <Standing subject={found} onChoose={() => setChoosing(true)} />
      )}
    </Page>
  );
}

function Standing({ subject, onChoose }: { subject: Import; onChoose: () => void }) {
  const { state } = subject;
  if (state === 'CHECKED') return <Checked subject={subject} onChoose={onChoose} />;
  if (state === 'STOPPED' || state === 'FAILED') return <Halted subject={subject} />;
  if (state === 'DONE' || state === 'UNDONE') return <Ended subject={subject} />;
  return <Underway subject={subject} />;
}
