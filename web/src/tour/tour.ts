// Whether somebody has seen the first steps: kept in this browser, per person.
import { useLocalStorage } from '@mantine/hooks';
import { useSignedIn } from '../session/me';

export function useTour(): { open: boolean; end: () => void; again: () => void } {
  const { person } = useSignedIn();
  const [seen, setSeen] = useLocalStorage({
    key: `hotline.tour.${person.id}`,
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  // A browser that asks for no tours at all, such as one that is driven by a program.
  const none = localStorage.getItem('hotline.tour') === 'none';
  return { open: !seen && !none, end: () => setSeen(true), again: () => setSeen(false) };
}
