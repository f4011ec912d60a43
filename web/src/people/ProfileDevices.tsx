// The devices on which one is signed in; each of the others can be signed out from here.
import { Badge, Button, Stack, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { graphql, type ResultOf } from '../gql/graphql';
import { Failed, Loading } from '../kit/states';
import { day } from '../words/dates';
import { usePageWords } from '../words/pages';
import { useLocale } from '../words/words';
import { Confirm } from './Confirm';
import classes from './people.module.css';
import { announce, announceRefusal } from './refusals';

const MySessions = graphql(`
  query MySessions {
    mySessions {
      id
      browser
      system
      createdAt
      lastUsedOn
      current
    }
  }
`);
const EndSession = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      sessions {
        id
      }
    }
  }
`);
const EndOtherSessions = graphql(`
  mutation EndOtherSessions {
    endOtherSessions {
      sessions {
        id
      }
    }
  }
`);

type Session = ResultOf<typeof MySessions>['mySessions'][number];

export function ProfileDevices() {
  const words = usePageWords();
  const { sessions, shell } = words;
  const [{ data, error }, ask] = useQuery({ query: MySessions });
  const [, endOthers] = useMutation(EndOtherSessions);
  const [asking, setAsking] = useState(false);
  const again = () => ask({ requestPolicy: 'network-only' });
  if (error && !data)
    return (
      <Failed
        icon={<IconPlugConnectedX size={28} />}
        title={shell.failedTitle}
        text={shell.failed}
        retry={shell.retry}
        onRetry={again}
      />
    );
  if (!data) return <Loading rows={2} label={shell.loading} />;
  const others = data.mySessions.filter(({ current }) => !current);
  return (
    <Stack gap="md">
      <Stack component="ul" gap="sm" m={0} p={0} className={classes.lines}>
        {data.mySessions.map((session) => (
          <DeviceLine key={session.id} session={session} onEnded={again} />
        ))}
      </Stack>
      {others.length > 1 && (
        <div>
          <Button variant="default" onClick={() => setAsking(true)}>
            {sessions.others}
          </Button>
        </div>
      )}
      {asking && (
        <Confirm
          title={sessions.othersTitle}
          go={sessions.others}
          danger
          onClose={() => setAsking(false)}
          onGo={async () => {
            const { error: refused } = await endOthers({});
            if (refused) return refused;
            announce(words, sessions.othersDone);
            again();
          }}
        >
          {sessions.othersText}
        </Confirm>
      )}
    </Stack>
  );
}

function DeviceLine({ session, onEnded }: { session: Session; onEnded: () => void }) {
  const words = usePageWords();
  const { sessions } = words;
  const locale = useLocale();
  const [{ fetching }, end] = useMutation(EndSession);
  const device = sessions.device(session.browser, session.system);
  const leave = async () => {
    const { error } = await end({ input: { id: session.id } });
    if (error) announceRefusal(words, error);
    else announce(words, sessions.ended(device));
    onEnded();
  };
  return (
    <li className={classes.split}>
      <div>
        <Text size="sm" fw={600} component="div">
          {device}{' '}
          {session.current && (
            <Badge variant="light" size="sm" tt="none">
              {sessions.current}
            </Badge>
          )}
        </Text>
        <Text size="xs" c="dimmed">
          {[
            sessions.since(day(locale, session.createdAt)),
            // A day has no zone: noon is that day nearly everywhere.
            !session.current &&
              session.lastUsedOn &&
              sessions.lastUsed(day(locale, `${session.lastUsedOn}T12:00:00Z`)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      {!session.current && (
        <Button
          variant="default"
          size="xs"
          loading={fetching}
          aria-label={sessions.endOf(device)}
          onClick={() => void leave()}
        >
          {sessions.end}
        </Button>
      )}
    </li>
  );
}
