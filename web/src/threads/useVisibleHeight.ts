// How high the page is above a phone's keyboard, so that the writing field and its button stay in sight.
import { useEffect } from 'react';

export function useVisibleHeight(): void {
  useEffect(() => {
    const view = window.visualViewport;
    if (!view) return;
    const root = document.documentElement;
    const measure = () => {
      // Zooming in also makes the view smaller; then the page keeps its size and scrolls.
      if (view.scale === 1) root.style.setProperty('--visible-height', `${view.height}px`);
    };
    measure();
    view.addEventListener('resize', measure);
    return () => {
      view.removeEventListener('resize', measure);
      root.style.removeProperty('--visible-height');
    };
  }, []);
}
