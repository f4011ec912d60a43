// A button that opens a menu or a popover. What opens comes when a person reaches for it: it is no part of a first view.
import {
  cloneElement,
  type ComponentType,
  lazy,
  type ReactElement,
  Suspense,
  useMemo,
  useState,
} from 'react';

/** What opens: it shows `target` in its own target from then on, and begins opened. */
export type Opened = { target: ReactElement<object> };

type Props<P> = {
  /** The button. It takes pointer, focus and click handlers. */
  target: ReactElement<object>;
  /** Module whose default export is what opens. */
  load: () => Promise<{ default: ComponentType<P & Opened> }>;
  /** What the other part is given besides the button. */
  given: P;
  popup?: 'menu' | 'dialog';
};

export function Opening<P extends object>({ target, load, given, popup = 'menu' }: Props<P>) {
  const [asked, setAsked] = useState(false);
  // `load` is one and the same module for the life of a button.
  const Popup = useMemo(() => lazy(load) as ComponentType<P & Opened>, []);
  const reach = () => void load().catch(() => {});
  const closed = cloneElement(target, {
    'aria-haspopup': popup,
    'aria-expanded': false,
    onPointerEnter: reach,
    onFocus: reach,
    onClick: () => setAsked(true),
  } as object);
  if (!asked) return closed;
  return (
    <Suspense fallback={closed}>
      <Popup {...given} target={target} />
    </Suspense>
  );
}
