// One field for everything: what can be done here, where one can go, and what the server finds.
import '@mantine/spotlight/styles.css';
import { Group, Kbd, Text } from '@mantine/core';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useInboxWords } from '../../words/inbox';
import { useWords } from '../../words/words';
import classes from './Palette.module.css';
import { type PaletteItem, usePaletteParts } from './usePaletteParts';

const [store, palette] = createSpotlight();

export function Palette({ asked }: { asked: number }) {
  const { shell } = useWords();
  const inbox = useInboxWords();
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    if (asked > 0) palette.toggle();
  }, [asked]);
  const { parts, searching } = usePaletteParts(typed, opened);

  // The chosen thing may want the focus for itself: it begins once the palette has gone and given it back.
  const choose = (item: PaletteItem) => {
    palette.close();
    setTimeout(() => void item.run(), 0);
  };
  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      query={typed}
      onQueryChange={setTyped}
      onSpotlightOpen={() => setOpened(true)}
      onSpotlightClose={() => setOpened(false)}
      clearQueryOnClose
      scrollable
      maxHeight="min(60vh, 480px)"
      transitionProps={{ duration: 0 }}
      returnFocus={false}
      overlayProps={{ backgroundOpacity: 0.4, blur: 0 }}
      attributes={{ content: { 'aria-label': shell.palette } }}
    >
      <Spotlight.Search
        aria-label={shell.palette}
        placeholder={inbox.paletteHint}
        leftSection={<IconSearch size={18} stroke={1.7} aria-hidden />}
        size="md"
        // Enter may end a syllable instead of choosing, also as older input methods say it.
        onKeyDownCapture={(event) => {
          if (event.nativeEvent.keyCode === 229) event.stopPropagation();
        }}
      />
      <Spotlight.ActionsList className={classes.list}>
        {parts.map(({ name, items }) => (
          <Spotlight.ActionsGroup key={name} label={inbox.parts[name]}>
            {items.map((item) => (
              <Spotlight.Action
                key={item.id}
                className={classes.action}
                onClick={() => choose(item)}
                closeSpotlightOnTrigger={false}
              >
                <Group wrap="nowrap" gap="sm" w="100%">
                  <Text size="sm" className={classes.label}>
                    {item.label}
                  </Text>
                  {item.hint && (
                    <Text size="xs" className={classes.hint}>
                      {item.hint}
                    </Text>
                  )}
                  {item.keys && (
                    <span className={classes.keys}>
                      {item.keys.map((key) => (
                        <Kbd key={key} size="xs">
                          {key}
                        </Kbd>
                      ))}
                    </span>
                  )}
                </Group>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {parts.length === 0 && (
          <Spotlight.Empty role="status">
            {searching ? inbox.paletteSearching : inbox.paletteNothing}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
