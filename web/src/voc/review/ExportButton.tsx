// The list as it is filtered now, as a file for spreadsheets.
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '../../gql/graphql';
import { sayError } from '../../kit/errors';
import { useWords } from '../../words/words';
import type { ItemFilter } from '../useItems';
import { download } from '../../kit/csv';

const ItemsCsvQuery = graphql(`
  query VocItemsCsv(
    $order: VocOrder!
    $week: String
    $toWeek: String
    $category: Category
    $channel: Channel
    $tier: Tier
    $companyId: ID
    $productAreaId: ID
    $state: VocState
    $reviewed: Boolean
    $origin: VocOrigin
    $search: String
  ) {
    vocItemsCsv(
      order: $order
      week: $week
      toWeek: $toWeek
      category: $category
      channel: $channel
      tier: $tier
      companyId: $companyId
      productAreaId: $productAreaId
      state: $state
      reviewed: $reviewed
      origin: $origin
      search: $search
    )
  }
`);

export function ExportButton({ filter, empty }: { filter: ItemFilter; empty: boolean }) {
  const words = useWords();
  const { review } = words.voc;
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const bring = async () => {
    setBusy(true);
    const { data, error } = await client
      .query(ItemsCsvQuery, filter, { requestPolicy: 'network-only' })
      .toPromise();
    setBusy(false);
    if (data)
      return download(`voc-${filter.week ?? new Date().toISOString().slice(0, 10)}.csv`, data.vocItemsCsv);
    notifications.show({
      color: 'red',
      title: review.exportFailed,
      message: sayError(words, error),
      closeButtonProps: { 'aria-label': words.shell.close },
    });
  };
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      leftSection={<IconDownload size={16} aria-hidden />}
      loading={busy}
      disabled={empty}
      onClick={() => void bring()}
    >
      {review.exportCsv}
    </Button>
  );
}
