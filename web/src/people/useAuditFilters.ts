// What of the trail is shown: kept in the address, so that it can be sent to a colleague.
import { useSearchParams } from 'react-router';
import { AUDIT_ACTIONS } from '../words/audit';
import { dateOf } from '../words/dates';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const PARTS = ['person', 'action', 'from', 'to'] as const;
type Part = (typeof PARTS)[number];

const dateIn = (text: string | null): string | null =>
  text && DATE.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;

export function useAuditFilters() {
  const [parameters, setParameters] = useSearchParams();
  const person = parameters.get('person');
  const action = AUDIT_ACTIONS.find((each) => each === parameters.get('action')) ?? null;
  const from = dateIn(parameters.get('from'));
  const to = dateIn(parameters.get('to'));
  const change = (part: Part, value: string | null) =>
    setParameters(
      (before) => {
        if (value) before.set(part, value);
        else before.delete(part);
        return before;
      },
      { replace: true },
    );
  return {
    filters: { person, action, from, to },
    /** Days are those of the reader's zone; the last one is included. */
    asked: {
      personId: person,
      action,
      from: from && startOfDay(from, 0),
      to: to && startOfDay(to, 1),
    },
    narrowed: Boolean(person ?? action ?? from ?? to),
    change,
    clear: () => setParameters({}, { replace: true }),
  };
}

/** The moment at which a local day begins in the reader's zone, some days later; ISO 8601. */
function startOfDay(date: string, days: number): string {
  const wanted = new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  // No zone is more than 15 hours away: the first hour of that local date is the day's beginning.
  for (let hour = -15; hour <= 15; hour++)
    for (const minutes of [0, 30, 45]) {
      const moment = new Date(Date.parse(`${wanted}T00:00:00Z`) + hour * 3_600_000 + minutes * 60_000);
      if (dateOf(moment) >= wanted) return moment.toISOString();
    }
  return `${wanted}T00:00:00.000Z`;
}
