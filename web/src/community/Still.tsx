// Keeps what the reader looks at where it is while other things come in above it.
import { Component, type ReactNode, createRef } from 'react';
import classes from './community.module.css';

type Anchor = { element: Element; top: number } | null;

/** Anchors are whatever has an id, and what has the focus. Measured just before the page changes, and put right before it is drawn. */
export class Still extends Component<{ children: ReactNode }> {
  private readonly root = createRef<HTMLDivElement>();

  override getSnapshotBeforeUpdate(): Anchor {
    const root = this.root.current;
    if (!root) return null;
    const inView = (element: Element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    };
    const focused = root.contains(document.activeElement) ? document.activeElement : null;
    const element =
      focused && inView(focused)
        ? focused
        : // The innermost of those at the upper edge: a comment rather than the long answer that it stands under.
          [...root.querySelectorAll('[id]')].findLast(
            (each) => inView(each) && each.getBoundingClientRect().top <= innerHeight / 3,
          );
    return element ? { element, top: element.getBoundingClientRect().top } : null;
  }

  override componentDidUpdate(_props: unknown, _state: unknown, anchor: Anchor): void {
    if (!anchor?.element.isConnected) return;
    const by = anchor.element.getBoundingClientRect().top - anchor.top;
    if (Math.abs(by) >= 1) scrollBy({ top: by, behavior: 'instant' });
  }

  override render() {
    return (
      <div ref={this.root} className={classes.still}>
        {this.props.children}
      </div>
    );
  }
}
