// Certificates in a row each: whose, of what, and the way to it.
import { Anchor, Badge, Button, Paper, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Link } from 'react-router';
import { paths } from '../paths';
import listClasses from '../people/people.module.css';
import { useCertificateWords } from '../words/certificates';
import { dateOf, longDay } from '../words/dates';
import { useLocale } from '../words/words';
import type { Certificate } from './certificates.gql';
import { inLocale, pdfIn } from './said';
import classes from './training.module.css';

export function CertificateList({
  certificates: rows,
  handle,
  named,
}: {
  certificates: readonly Certificate[];
  handle: string;
  /** Whose each one is: not said of one's own. */
  named: boolean;
}) {
  const { certificates } = useCertificateWords();
  const locale = useLocale();
  return (
    <Paper withBorder className={listClasses.list}>
      <ul className={classes.list} role="list">
        {rows.map((row) => {
          const title = inLocale(row.titles, locale)?.title ?? '';
          return (
            <li key={row.id} className={classes.row}>
              <span className={classes.main}>
                <span className={classes.head}>
                  <Anchor
                    underline="hover"
                    component={Link}
                    to={paths.certificate(handle, row.id)}
                    className={listClasses.cover}
                    fw={600}
                    c="bright"
                  >
                    {named ? `${row.personName} · ${title}` : title}
                  </Anchor>
                  {row.withdrawnAt && (
                    <Badge color="gray" variant="light" tt="none" autoContrast>
                      {certificates.withdrawnBadge}
                    </Badge>
                  )}
                </span>
                <Text span className={classes.facts}>
                  <span>{longDay(locale, dateOf(row.issuedAt))}</span>
                  <span>{row.number}</span>
                </Text>
              </span>
              {row.pdfUrl && (
                <Button
                  component="a"
                  href={pdfIn(row.pdfUrl, locale)}
                  download
                  size="xs"
                  variant="default"
                  className={classes.above}
                  leftSection={<IconDownload size={14} aria-hidden />}
                  aria-label={certificates.pdfOf(named ? row.personName : title)}
                >
                  PDF
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Paper>
  );
}
