// A thread at its own address: for contacts, and for staff who follow a link.
import { ActionIcon } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { paths } from '../paths';
import { useWords } from '../words/words';
import { OwnCompany } from './OwnCompany';
import { ThreadView } from './ThreadView';
import classes from './ThreadView.module.css';
import { useVisibleHeight } from './useVisibleHeight';

export default function ThreadPage() {
  const { threads } = useWords();
  const { handle = '', threadId = '' } = useParams();
  useVisibleHeight();
  return (
    <OwnCompany handle={handle}>
      <div className={classes.page}>
        <ThreadView
          key={threadId}
          threadId={threadId}
          pathOf={(id) => paths.thread(handle, id)}
          back={
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
          }
        />
      </div>
    </OwnCompany>
  );
}
