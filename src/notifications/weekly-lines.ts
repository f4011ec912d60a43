// What modules have to say about one week, each in a section of its own: drawn in the weekly report, frozen when it is
// published. It stands on this floor so that modules below and above the report can register theirs.
import { Injectable } from '@nestjs/common';

export type WeeklyLine = {
  /** Stable within its section: 'promise:1024'. */
  key: string;
  /** What is counted, where something is. */
  count: number | null;
  ko: string;
  en: string;
  /** A path of the web app. */
  link: string | null;
};

export type WeeklySection = { name: string; ko: string; en: string; lines: WeeklyLine[] };

/** A complete week: its Monday, and the half-open span of its moments. */
export type WholeWeek = { week: string; from: Date; to: Date };

type Source = { ko: string; en: string; lines: (week: WholeWeek) => Promise<WeeklyLine[]> };

@Injectable()
export class WeeklySections {
  private readonly sources = new Map<string, Source>();

  /** Sections stand in the order in which they were registered; one without lines is not shown. */
  register(name: string, source: Source): void {
    if (this.sources.has(name)) throw new Error(`Two sections of the week are called ${name}.`);
    this.sources.set(name, source);
  }

  /** With the rights of the system: what a section says may be read by all staff. */
  async of(week: WholeWeek): Promise<WeeklySection[]> {
    const sections = await Promise.all(
      [...this.sources].map(async ([name, { ko, en, lines }]) => ({
        name,
        ko,
        en,
        lines: await lines(week),
      })),
    );
    return sections.filter(({ lines }) => lines.length > 0);
  }
}
