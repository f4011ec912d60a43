// A report on paper: A4, vector bars, Pretendard inside, in Korean or English.
import PDFDocument from 'pdfkit';
import { FONTS, INK, LINE, QUIET } from '../../platform/drawing/index.js';
// Not through the door: the drawing thread loads as little as it can.
import { CATEGORIES } from '../classification/category.js';
import { CATEGORY_COLORS } from './report-charts.js';
import type { ReportView } from './report-view.service.js';
import { type Locale, REPORT_WORDS, number, percent, signed } from './report-words.js';

const MARGIN = 48;
const BOTTOM = 56;

type Bar = { name: string; n: number };

/** The whole file. Fonts are cut down to the letters that occur: some 60 kB. */
export function reportPdf(view: ReportView, locale: Locale): Promise<Buffer> {
  return new Promise((done, failed) => {
    const paper = new Paper(view, locale);
    const parts: Buffer[] = [];
    paper.pdf.on('data', (part: Buffer) => parts.push(part));
    paper.pdf.on('end', () => done(Buffer.concat(parts)));
    paper.pdf.on('error', failed);
    paper.draw();
  });
}

class Paper {
  readonly pdf: PDFKit.PDFDocument;
  private readonly words;
  private readonly width: number;

  constructor(
    private readonly view: ReportView,
    private readonly locale: Locale,
  ) {
    this.words = REPORT_WORDS[locale];
    const { document } = view;
    this.pdf = new PDFDocument({
      size: 'A4',
      margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: BOTTOM },
      bufferPages: true,
      lang: locale,
      displayTitle: true,
      info: {
        Title: `${this.words.title} ${document.week}`,
        CreationDate: new Date(document.publishedAt),
        ModDate: new Date(document.publishedAt),
      },
    });
    this.pdf.registerFont('regular', FONTS.regular);
    this.pdf.registerFont('bold', FONTS.bold);
    this.width = this.pdf.page.width - 2 * MARGIN;
  }

  draw(): void {
    this.head();
    this.figures();
    this.said();
    this.trend();
    this.breakdowns();
    this.sections();
    this.feet();
    this.pdf.end();
  }

  private head(): void {
    const { document, published } = this.view;
    const day = (moment: string): string =>
      new Intl.DateTimeFormat(this.locale === 'ko' ? 'ko-KR' : 'en-GB', {
        dateStyle: 'medium',
        timeZone: document.zone,
      }).format(new Date(moment));
    const lastDay = new Date(Date.parse(document.to) - 1).toISOString();
    this.write(`${this.words.title} · ${document.week}`, { size: 11, fill: QUIET, bold: true });
    this.write(`${day(document.from)} – ${day(lastDay)}`, { size: 10, fill: QUIET, after: 8 });
    if (document.headline) this.write(document.headline, { size: 22, bold: true, after: 6 });
    this.write(published ? this.words.publishedOn(day(document.publishedAt)) : this.words.draft, {
      size: 9.5,
      fill: QUIET,
      after: 12,
    });
    const y = this.pdf.y;
    this.at(MARGIN, y, this.words.total, { size: 11, bold: true });
    this.at(MARGIN, y + 14, number(this.locale, document.total), { size: 34, bold: true });
    const wide = this.pdf.font('bold').fontSize(34).widthOfString(number(this.locale, document.total));
    this.at(
      MARGIN + wide + 14,
      y + 34,
      `${signed(this.locale, document.total - document.previousTotal)}   ${this.words.previous(number(this.locale, document.previousTotal))}`,
      { size: 11, fill: QUIET },
    );
    this.pdf.y = y + 64;
  }

  private figures(): void {
    const { categories } = this.view.document;
    const most = Math.max(1, ...categories.map(({ count }) => count));
    const right = [0.56, 0.67, 0.83, 1].map((part) => MARGIN + this.width * part);
    const cell = (index: number, y: number, words: string, bold = false, fill = INK): void => {
      this.at((right[index] ?? 0) - 80, y, words, { size: 10, bold, fill, width: 80, align: 'right' });
    };
    const titles = [this.words.count, this.words.share, this.words.change, this.words.median];
    let y = this.pdf.y;
    titles.forEach((title, index) => cell(index, y, title, false, QUIET));
    y += 18;
    for (const figure of categories) {
      const color = CATEGORY_COLORS[figure.category];
      this.at(MARGIN, y, this.words.categories[figure.category], { size: 10.5, bold: true, fill: color });
      const [from, wide] = [MARGIN + 112, this.width * 0.56 - 112 - 34];
      this.pdf.rect(from, y + 3, wide, 8).fill(LINE);
      if (figure.count > 0) this.pdf.rect(from, y + 3, (figure.count / most) * wide, 8).fill(color);
      cell(0, y, number(this.locale, figure.count), true);
      cell(1, y, percent(figure.share));
      cell(2, y, signed(this.locale, figure.change));
      cell(3, y, number(this.locale, figure.median4));
      y += 21;
    }
    this.pdf.y = y + 2;
    this.write(this.words.howCounted, { size: 8.5, fill: QUIET, after: 14 });
  }

  private said(): void {
    const { comments } = this.view.document;
    if (comments.length > 0) {
      this.title(this.words.comments);
      for (const { category, text } of comments) {
        const name = category ? this.words.categories[category] : this.words.week;
        this.write(name, { size: 10, bold: true, fill: category ? CATEGORY_COLORS[category] : INK });
        this.write(text, { size: 10.5, after: 8 });
      }
    }
    if (this.view.quotes.length === 0) return;
    this.title(this.words.quotes);
    for (const quote of this.view.quotes) {
      if (!quote) {
        this.write(this.words.removed, { size: 10, fill: QUIET, after: 8 });
        continue;
      }
      this.write(`“${oneParagraph(quote.quote ?? '')}”`, { size: 10.5 });
      this.write(
        `${quote.company ?? this.words.noCompany} · ${this.words.channelNames[quote.channel]} · ${this.words.categories[quote.category]}`,
        { size: 9, fill: QUIET, after: 8 },
      );
    }
  }

  private trend(): void {
    const { trend } = this.view.document;
    const height = 90;
    this.title(this.words.trend, height + 30);
    const most = Math.max(1, ...trend.map(({ total }) => total));
    const step = this.width / trend.length;
    const base = this.pdf.y + 12 + height;
    trend.forEach(({ week, total, counts }, index) => {
      const x = MARGIN + index * step;
      let y = base;
      for (const category of CATEGORIES) {
        const tall = (counts[category] / most) * height;
        y -= tall;
        if (tall > 0) this.pdf.rect(x + step * 0.15, y, step * 0.7, tall).fill(CATEGORY_COLORS[category]);
      }
      const label = { size: 7.5, width: step, align: 'center' as const, fill: QUIET };
      this.at(x, y - 11, number(this.locale, total), label);
      this.at(x, base + 4, week.slice(5), label);
    });
    this.pdf.y = base + 26;
  }

  private breakdowns(): void {
    const { channels, areas, tiers, companies } = this.view.document;
    const { words, locale } = this;
    const lists: [string, Bar[]][] = [
      [
        words.channels,
        channels.map(({ channel, count }) => ({ name: words.channelNames[channel], n: count })),
      ],
      [words.tiers, tiers.map(({ tier, count }) => ({ name: words.tierNames[tier], n: count }))],
      [
        words.areas,
        areas.map(({ ko, en, count }) => ({ name: (locale === 'ko' ? ko : en) ?? words.noArea, n: count })),
      ],
      [words.companies, companies.map(({ name, count }) => ({ name, n: count }))],
    ];
    for (const [title, bars] of lists) {
      if (bars.length === 0) continue;
      this.title(title, 18 + Math.min(bars.length, 3) * 16);
      const most = Math.max(1, ...bars.map(({ n }) => n));
      for (const { name, n } of bars) {
        this.room(16);
        const y = this.pdf.y;
        this.at(MARGIN, y, name, { size: 9.5, width: 150, ellipsis: true });
        this.pdf.rect(MARGIN + 160, y + 3, ((this.width - 210) * n) / most, 7).fill('#2f5fd0');
        this.at(MARGIN + this.width - 40, y, number(locale, n), { size: 9.5, width: 40, align: 'right' });
        this.pdf.y = y + 16;
      }
      this.pdf.y += 8;
    }
  }

  private sections(): void {
    for (const { ko, en, lines } of this.view.document.sections) {
      this.title(this.locale === 'ko' ? ko : en);
      for (const line of lines) {
        const count = line.count === null ? '' : `   ${number(this.locale, line.count)}`;
        this.write(`· ${this.locale === 'ko' ? line.ko : line.en}${count}`, { size: 10.5 });
      }
      this.pdf.y += 8;
    }
  }

  /** On every page: the week, the page's number, and the fingerprint of what is published. */
  private feet(): void {
    const { start, count } = this.pdf.bufferedPageRange();
    for (let index = 0; index < count; index++) {
      this.pdf.switchToPage(start + index);
      // Below the margin a text would begin a new page.
      this.pdf.page.margins.bottom = 0;
      const y = this.pdf.page.height - 38;
      const foot = this.view.hash ? `${this.words.hash} ${this.view.hash}` : this.words.draft;
      this.at(MARGIN, y, foot, { size: 7.5, fill: QUIET, width: this.width - 60 });
      this.at(MARGIN + this.width - 60, y, this.words.page(index + 1, count), {
        size: 7.5,
        fill: QUIET,
        width: 60,
        align: 'right',
      });
    }
  }

  private title(words: string, below = 40): void {
    this.room(below + 22);
    this.write(words, { size: 12.5, bold: true, after: 5 });
  }

  /** A new page where less than so much is left. */
  private room(height: number): void {
    if (this.pdf.y + height > this.pdf.page.height - BOTTOM) this.pdf.addPage();
  }

  private write(words: string, { size, bold = false, fill = INK, after = 2 }: Written): void {
    this.pdf
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(fill)
      .text(words, MARGIN, this.pdf.y, { width: this.width, lineGap: 2 });
    this.pdf.y += after;
  }

  private at(x: number, y: number, words: string, { size, bold = false, fill = INK, ...rest }: Placed): void {
    this.pdf
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(fill)
      .text(words, x, y, { lineBreak: false, ...rest });
  }
}

type Written = { size: number; bold?: boolean; fill?: string; after?: number };
type Placed = Omit<Written, 'after'> & { width?: number; align?: 'right' | 'center'; ellipsis?: boolean };

const LONGEST_QUOTE = 400;

function oneParagraph(quote: string): string {
  const letters = [...quote.replace(/\s+/g, ' ').trim()];
  return letters.length <= LONGEST_QUOTE ? letters.join('') : `${letters.slice(0, LONGEST_QUOTE).join('')}…`;
}
