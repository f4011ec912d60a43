// A field that marks what may point at somebody. It grows with its text: an unseen copy behind it carries the marks.
import { type KeyboardEvent, useId } from 'react';
import { isComposing, MOD } from '../threads/typing';
import type { Finding } from './care';
import classes from './community.module.css';

type Props = {
  label: string;
  hint: string;
  text: string;
  setText: (text: string) => void;
  findings: readonly Finding[];
  most: number;
  /** A title: Enter does not break it. */
  oneLine?: boolean;
  hideLabel?: boolean;
  autoFocus?: boolean;
  onSend: () => void;
};

export const SEND_KEY = `${MOD} Enter`;

export function CareField(props: Props) {
  const { label, hint, text, setText, findings, most, oneLine, hideLabel, autoFocus, onSend } = props;
  const id = useId();
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isComposing(event)) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      onSend();
    } else if (oneLine) event.preventDefault();
  };
  return (
    <div>
      {!hideLabel && (
        <label htmlFor={id} className={classes.label}>
          {label}
        </label>
      )}
      <div className={classes.field} data-one-line={oneLine || undefined}>
        <div className={classes.copy} aria-hidden>
          <Marked text={text} findings={findings} />
          {'\n'}
        </div>
        <textarea
          id={id}
          aria-label={hideLabel ? label : undefined}
          placeholder={hint}
          value={text}
          maxLength={most}
          rows={1}
          autoFocus={autoFocus}
          onChange={({ currentTarget: { value } }) =>
            setText(oneLine ? value.replace(/\s*\n\s*/g, ' ') : value)
          }
          onKeyDown={keys}
        />
      </div>
    </div>
  );
}

function Marked({ text, findings }: { text: string; findings: readonly Finding[] }) {
  let from = 0;
  const pieces = findings.map(({ start, end }) => {
    const before = text.slice(from, start);
    from = end;
    return (
      <span key={start}>
        {before}
        <mark>{text.slice(start, end)}</mark>
      </span>
    );
  });
  return (
    <>
      {pieces}
      {text.slice(from)}
    </>
  );
}
