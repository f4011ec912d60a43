// Who has finished, beside the session they were in: the paper of each, and taking one back.
import { Anchor, Badge, Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Dialog } from '../kit/Dialog';
import { useHints } from '../session/live';
import { useCertificateWords } from '../words/certificates';
import { dateOf, longDay } from '../words/dates';
import { useLocale } from '../words/words';
import {
  type Certificate,
  RestoreCertificate,
  SessionCertificatesQuery,
  WithdrawCertificate,
} from './certificates.gql';
import { pdfIn } from './said';
import classes from './training.module.css';
import { useRun } from './useRun';

export function SessionCertificates({ sessionId }: { sessionId: string }) {
  const { certificates } = useCertificateWords();
  const [{ data }, again] = useQuery({
    query: SessionCertificatesQuery,
    variables: { id: sessionId },
    requestPolicy: 'cache-and-network',
  });
  const read = () => again({ requestPolicy: 'network-only' });
  useHints(({ kind }) => kind === 'TRAINING', read);
  const [taking, setTaking] = useState<Certificate | null>(null);
  const rows = data?.trainingSession.certificates;
  if (!rows) return null;
  return (
    <Paper withBorder component="section" className={classes.panel} aria-labelledby="session-certificates">
      <Title order={2} size="sm" id="session-certificates" mb="xs">
        {certificates.of}
      </Title>
      {rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {certificates.none}
        </Text>
      )}
      <ul className={classes.list} role="list">
        {rows.map((row) => (
          <Row key={row.id} row={row} onWithdraw={() => setTaking(row)} onChanged={read} />
        ))}
      </ul>
      {taking && (
        <Withdraw
          certificate={taking}
          onClose={() => setTaking(null)}
          onDone={() => {
            setTaking(null);
            read();
          }}
        />
      )}
    </Paper>
  );
}

type RowProps = { row: Certificate; onWithdraw: () => void; onChanged: () => void };

function Row({ row, onWithdraw, onChanged }: RowProps) {
  const { certificates } = useCertificateWords();
  const locale = useLocale();
  const { run, running } = useRun(onChanged);
  const [, restore] = useMutation(RestoreCertificate);
  const { personName, companyName, number, issuedAt, pdfUrl, withdrawnAt, withdrawnReason, abilities } = row;
  return (
    <li className={classes.part}>
      <span className={classes.main}>
        <span className={classes.head}>
          {pdfUrl ? (
            <Anchor
              href={pdfIn(pdfUrl, locale)}
              download
              underline="always"
              aria-label={certificates.pdfOf(personName)}
            >
              {personName}
            </Anchor>
          ) : (
            <span>{personName}</span>
          )}
          {withdrawnAt && (
            <Badge color="gray" variant="light" tt="none" autoContrast>
              {certificates.withdrawnBadge}
            </Badge>
          )}
        </span>
        <span className={classes.facts}>
          <span>{companyName}</span>
          <span>{longDay(locale, dateOf(issuedAt))}</span>
          <span>{number}</span>
        </span>
        {withdrawnReason && (
          <Text size="sm" className={classes.said}>
            {certificates.reason(withdrawnReason)}
          </Text>
        )}
      </span>
      {abilities.withdraw && (
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          aria-label={certificates.withdraw(personName)}
          onClick={onWithdraw}
        >
          {certificates.withdrawShort}
        </Button>
      )}
      {abilities.restore && (
        <Button
          size="xs"
          variant="subtle"
          loading={running}
          aria-label={certificates.restore(personName)}
          onClick={() => void run(() => restore({ input: { certificateId: row.id } }))}
        >
          {certificates.restoreShort}
        </Button>
      )}
    </li>
  );
}

type WithdrawProps = { certificate: Certificate; onClose: () => void; onDone: () => void };

function Withdraw({ certificate: { id, personName }, onClose, onDone }: WithdrawProps) {
  const { certificates, training } = useCertificateWords();
  const [reason, setReason] = useState('');
  const [, withdraw] = useMutation(WithdrawCertificate);
  const { run, running } = useRun(() => {});
  const save = async () => {
    if (await run(() => withdraw({ input: { certificateId: id, reason: reason.trim() } }))) onDone();
  };
  return (
    <Dialog title={certificates.withdrawTitle(personName)} onClose={onClose}>
      <Stack>
        <Text size="sm">{certificates.withdrawHint}</Text>
        <Textarea
          label={certificates.reasonField}
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {training.keep}
          </Button>
          <Button color="red" loading={running} disabled={reason.trim() === ''} onClick={() => void save()}>
            {certificates.withdrawShort}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
