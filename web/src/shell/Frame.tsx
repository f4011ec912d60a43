// What stands around every signed-in page: navigation, company switch, theme, language, the person.
import {
  ActionIcon,
  AppShell,
  Box,
  Burger,
  Group,
  NavLink,
  ScrollArea,
  Text,
  UnstyledButton,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconLanguage, IconMoon, IconSun } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useSyncExternalStore } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { somebodyWrote, whenWrittenChanges } from '../community/kept';
import { Opening } from '../kit/Opening';
import { PersonMark } from '../kit/PersonMark';
import { Bell } from '../notifications/Bell';
import { paths } from '../paths';
import { useConnection } from '../session/live';
import { useSessionControl } from '../session/locale';
import { useMe, useSignedIn } from '../session/me';
import { useTour } from '../tour/tour';
import { useWords } from '../words/words';
import classes from './Frame.module.css';
import { useLinks } from './links';
import { PaletteDoor } from './palette/PaletteDoor';

/** Few see it twice, so it comes apart. */
const Tour = lazy(() => import('../tour/Tour'));

/** Asked for only where this browser knows of something written on a board. */
const BoardDot = lazy(() => import('../community/BoardDot'));

const loadPlaceMenu = () => import('./PlaceMenu');
const loadPersonMenu = () => import('./PersonMenu');
const NOTHING = {};

export function Frame() {
  const { shell } = useWords();
  const { pathname } = useLocation();
  const [opened, { toggle, close }] = useDisclosure();
  const main = useRef<HTMLElement>(null);
  const connection = useConnection();
  const tour = useTour();
  // A new page is announced from its start, also to screen readers.
  useEffect(() => {
    close();
    main.current?.focus({ preventScroll: true });
  }, [pathname.split('/').slice(0, 2).join('/')]);
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={0}
    >
      <a className="hotline-skip" href="#main">
        {shell.skip}
      </a>
      <AppShell.Header className={classes.header}>
        <Group h="100%" px="md" gap="xs" wrap="nowrap" justify="space-between">
          <Group gap="xs" wrap="nowrap" miw={0}>
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={shell.menu}
              className={classes.burger}
            />
            <Place />
          </Group>
          <Group gap={4} wrap="nowrap" className={classes.tools}>
            <PaletteDoor />
            <Bell />
            <ThemeSwitch />
            <LanguageSwitch />
            <PersonButton />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" className={classes.navbar} aria-label={shell.menu}>
        <AppShell.Section grow component={ScrollArea}>
          <Navigation />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="main" ref={main} tabIndex={-1} className={classes.main}>
        {connection === 'offline' && (
          <Box role="status" className={classes.offline}>
            {shell.offline}
          </Box>
        )}
        <Outlet />
        {tour.open && (
          <Suspense>
            <Tour />
          </Suspense>
        )}
      </AppShell.Main>
    </AppShell>
  );
}

/** The provider's name or, for contacts, their company; those of several choose here. */
function Place() {
  const { me, installation } = useMe();
  const { shell } = useWords();
  const name = me?.company?.name ?? installation?.providerName ?? '';
  if (!me || me.role || me.companies.length < 2) {
    return (
      <Text component={Link} to={paths.home} fw={700} truncate className={classes.place}>
        {name}
      </Text>
    );
  }
  return (
    <Opening
      load={loadPlaceMenu}
      given={{ companies: me.companies }}
      target={
        <UnstyledButton className={classes.place} aria-label={`${name} – ${shell.switchCompany}`}>
          <Group gap={4} wrap="nowrap">
            <Text fw={700} truncate>
              {name}
            </Text>
            <IconChevronDown size={16} aria-hidden />
          </Group>
        </UnstyledButton>
      }
    />
  );
}

function Navigation() {
  const { pathname } = useLocation();
  const { links, handle } = useLinks();
  const wrote = useSyncExternalStore(whenWrittenChanges, somebodyWrote);
  return (
    <>
      {links.map(({ to, label, Icon }) => {
        const here =
          to === paths.space(handle ?? '')
            ? pathname === to || pathname.includes('/t/') || pathname.endsWith('/new')
            : pathname.startsWith(to);
        return (
          <NavLink
            key={to}
            component={Link}
            to={to}
            label={label}
            leftSection={<Icon size={18} stroke={1.7} />}
            rightSection={
              wrote &&
              to === paths.boards(handle) && (
                <Suspense>
                  <BoardDot />
                </Suspense>
              )
            }
            active={here}
            aria-current={here ? 'page' : undefined}
            className={classes.link}
          />
        );
      })}
    </>
  );
}

function ThemeSwitch() {
  const { shell } = useWords();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const other = scheme === 'light' ? 'dark' : 'light';
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={shell[other]}
      title={shell[other]}
      onClick={() => setColorScheme(other)}
    >
      {scheme === 'light' ? <IconMoon size={18} stroke={1.7} /> : <IconSun size={18} stroke={1.7} />}
    </ActionIcon>
  );
}

export function LanguageSwitch() {
  const { shell } = useWords();
  const { locale, setLocale } = useSessionControl();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={shell.languageSwitch}
      title={shell.language}
      onClick={() => setLocale(locale === 'ko' ? 'en' : 'ko')}
    >
      <IconLanguage size={18} stroke={1.7} />
    </ActionIcon>
  );
}

function PersonButton() {
  const { person } = useSignedIn();
  return (
    <Opening
      load={loadPersonMenu}
      given={NOTHING}
      target={
        <UnstyledButton aria-label={person.name} className={classes.person}>
          <PersonMark name={person.name} color={person.avatarColor} size={30} />
        </UnstyledButton>
      }
    />
  );
}
