// A time of day. Midnight at the end of a day is 24:00, which no browser's field can show: there it is 00:00.
import { TextInput } from '@mantine/core';
import classes from './calendars.module.css';

type Props = {
  label: string;
  value: string;
  end?: boolean;
  readOnly: boolean;
  wrong: boolean;
  onChange: (value: string) => void;
};

export function TimeField({ label, value, end = false, readOnly, wrong, onChange }: Props) {
  return (
    <TextInput
      type="time"
      className={classes.time}
      aria-label={label}
      value={value === '24:00' ? '00:00' : value}
      readOnly={readOnly}
      error={wrong}
      onChange={({ currentTarget }) =>
        onChange(end && currentTarget.value === '00:00' ? '24:00' : currentTarget.value)
      }
    />
  );
}
