// What was found in a text, each masked by one click, or all of it.
import { Button, Text } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useCommunityWords } from '../words/community';
import { useLocale } from '../words/words';
import { type Finding, maskOf } from './care';
import classes from './community.module.css';

type Props = {
  /** By part of the text. */
  findings: readonly (readonly Finding[])[];
  onMask: (part: number, findings: readonly Finding[]) => void;
  onMaskAll: () => void;
};

export function CarePanel({ findings, onMask, onMaskAll }: Props) {
  const { community } = useCommunityWords();
  const locale = useLocale();
  const count = findings.flat().length;
  return (
    <div role="status" className={classes.live}>
      {count > 0 && (
        <section className={classes.care} aria-label={community.care(count)}>
          <div className={classes.careHead}>
            <Text size="sm" fw={600}>
              {community.care(count)}
            </Text>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconEyeOff size={14} aria-hidden />}
              onClick={onMaskAll}
            >
              {community.maskAll}
            </Button>
          </div>
          <Text size="xs">{community.careText}</Text>
          <ul className={classes.findings}>
            {findings.flatMap((found, part) =>
              found.map((each) => (
                <li key={`${part} ${each.start}`}>
                  <span className={classes.findingKind}>{community.kinds[each.kind]}</span>
                  <span className={classes.findingText}>
                    <mark>{each.text}</mark> → {maskOf(locale, each.kind)}
                  </span>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={community.maskOf(each.text, maskOf(locale, each.kind))}
                    onClick={() => onMask(part, [each])}
                  >
                    {community.mask}
                  </Button>
                </li>
              )),
            )}
          </ul>
        </section>
      )}
    </div>
  );
}
