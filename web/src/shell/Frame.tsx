// What stands around every signed-in page: navigation, company switch, theme, language, the person.
import {
  ActionIcon,
  AppShell,
  Box,
  Burger,
  Divider,
  Group,
  Menu,
  NavLink,
  ScrollArea,
  Text,
  UnstyledButton,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconBuilding,
  IconChevronDown,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconRoute,
  IconSun,
  IconUser,
} from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { Link, NavLink as RouterLink, Outlet, useLocation, useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { graphql } from '../gql/graphql';
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

const SignOut = graphql(`
  mutation SignOut {
    signOut {
      done
    }
  }
`);

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
            <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={shell.menu} />
            <Place />
          </Group>
          <Group gap={4} wrap="nowrap">
            <PaletteDoor />
            <Bell />
            <ThemeSwitch />
            <LanguageSwitch />
            <PersonMenu />
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
  const navigate = useNavigate();
  const name = me?.company?.name ?? installation?.providerName ?? '';
  if (!me || me.role || me.companies.length < 2) {
    return (
      <Text component={Link} to={paths.home} fw={700} truncate className={classes.place}>
        {name}
      </Text>
    );
  }
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={classes.place} aria-label={`${name} – ${shell.switchCompany}`}>
          <Group gap={4} wrap="nowrap">
            <Text fw={700} truncate>
              {name}
            </Text>
            <IconChevronDown size={16} aria-hidden />
          </Group>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{shell.switchCompany}</Menu.Label>
        {me.companies.map(({ id, handle, name: other }) => (
          <Menu.Item
            key={id}
            leftSection={<IconBuilding size={16} />}
            onClick={() => navigate(paths.space(handle))}
          >
            {other}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Navigation() {
  const { pathname } = useLocation();
  const { links, handle } = useLinks();
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
            component={RouterLink}
            to={to}
            label={label}
            leftSection={<Icon size={18} stroke={1.7} />}
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

function PersonMenu() {
  const me = useSignedIn();
  const { shell } = useWords();
  const navigate = useNavigate();
  const { renew } = useSessionControl();
  const [, signOut] = useMutation(SignOut);
  const tour = useTour();
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <UnstyledButton aria-label={me.person.name} className={classes.person}>
          <PersonMark name={me.person.name} color={me.person.avatarColor} size={30} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Box px="sm" py={6}>
          <Text size="sm" fw={600} truncate>
            {me.person.name}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {me.role ? shell.roles[me.role] : me.company?.name}
          </Text>
        </Box>
        <Divider my={4} />
        <Menu.Item leftSection={<IconUser size={16} />} onClick={() => navigate(paths.profile)}>
          {shell.profile}
        </Menu.Item>
        <Menu.Item leftSection={<IconRoute size={16} />} onClick={tour.again}>
          {shell.tour}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={16} />}
          onClick={async () => {
            await signOut({});
            renew();
          }}
        >
          {shell.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
