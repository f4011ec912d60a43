// The model that proposes: which version, and how much it has learned from people.
import { Anchor, Button, HoverCard, Text } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { paths } from '../../paths';
import { Moment } from '../../kit/Moment';
import { useLocale, useWords } from '../../words/words';
import { INSIDE_MAIN } from '../../kit/inside';
import { count } from '../numbers';
import { ClassifierQuery } from '../voc.gql';

export function ModelCard() {
  const { voc } = useWords();
  const locale = useLocale();
  const [{ data }, again] = useQuery({ query: ClassifierQuery });
  const model = data?.classifier;
  if (!model) return null;
  const { review } = voc;
  return (
    <HoverCard
      width={280}
      position="bottom-end"
      shadow="md"
      portalProps={INSIDE_MAIN}
      onOpen={() => again({ requestPolicy: 'network-only' })}
    >
      <HoverCard.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconSparkles size={16} aria-hidden />}
        >
          {review.model} · {review.modelVersion(count(locale, model.version))}
        </Button>
      </HoverCard.Target>
      <HoverCard.Dropdown>
        <Text size="sm" fw={600}>
          {review.modelLearned(count(locale, model.learned))}
        </Text>
        <Moment at={model.trainedAt} />
        <Text size="sm" mt={6}>
          {review.modelText}
        </Text>
        <Anchor component={Link} to={`${paths.quality}?show=model`} size="sm" mt={6}>
          {review.modelMore}
        </Anchor>
      </HoverCard.Dropdown>
    </HoverCard>
  );
}
