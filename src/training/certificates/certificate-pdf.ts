// A certificate on paper: A4 across, drawn in vectors with Pretendard inside, in Korean or English.
import PDFDocument from 'pdfkit';
import { FONTS, INK, QUIET } from '../../platform/drawing/index.js';
import type { CourseStage } from '../courses/index.js';

export type CertificatePaper = {
  locale: 'ko' | 'en';
  number: string;
  person: string;
  company: string;
  title: string;
  stage: CourseStage;
  /** '2026-11-28' */
  day: string;
  provider: string;
  verifyUrl: string;
};

const DEEP = '#1d3f94';
const ACCENT = '#2f5fd0';
const PALE = '#dfe7fa';
const PAPER = '#fdfdfb';
const GOLD = '#b08a3c';

const WORDS = {
  ko: {
    heading: '수 료 증',
    over: 'CERTIFICATE OF COMPLETION',
    sentence: '위 사람은 아래 교육 과정을 모두 마쳤기에 이 수료증을 드립니다.',
    stages: {
      BASIC: '기본 과정',
      ADVANCED: '심화 과정',
      CULTURE: '협업 문화 과정',
      ADMINISTRATOR: '관리자 과정',
    },
    number: '수료 번호',
    date: '수료일',
    verify: '아래 주소에서 진위를 확인할 수 있습니다',
  },
  en: {
    heading: 'Certificate',
    over: 'OF COMPLETION',
    sentence: 'has completed every part of the training',
    stages: { BASIC: 'Basic', ADVANCED: 'Advanced', CULTURE: 'Culture', ADMINISTRATOR: 'Administrator' },
    number: 'Number',
    date: 'Date',
    verify: 'See at this address that it is real',
  },
} as const;

/** The whole file; fonts are cut down to the letters that occur. */
export function certificatePdf(paper: CertificatePaper): Promise<Buffer> {
  return new Promise((done, failed) => {
    const sheet = new Sheet(paper);
    const parts: Buffer[] = [];
    sheet.pdf.on('data', (part: Buffer) => parts.push(part));
    sheet.pdf.on('end', () => done(Buffer.concat(parts)));
    sheet.pdf.on('error', failed);
    sheet.draw();
  });
}

type Line = { size: number; least?: number; bold?: boolean; fill?: string; spacing?: number };

class Sheet {
  readonly pdf: PDFKit.PDFDocument;
  private readonly words;
  private readonly width: number;
  private readonly height: number;

  constructor(private readonly paper: CertificatePaper) {
    this.words = WORDS[paper.locale];
    const date = new Date(`${paper.day}T00:00:00Z`);
    this.pdf = new PDFDocument({
      size: 'A4',
      layout: 'landscape',
      margin: 0,
      lang: paper.locale,
      displayTitle: true,
      info: {
        Title: `${this.words.heading.replaceAll(' ', '')} ${paper.number}`,
        Author: paper.provider,
        CreationDate: date,
        ModDate: date,
      },
    });
    this.pdf.registerFont('regular', FONTS.regular);
    this.pdf.registerFont('bold', FONTS.bold);
    ({ width: this.width, height: this.height } = this.pdf.page);
  }

  draw(): void {
    this.ground();
    if (this.paper.locale === 'ko') this.inKorean();
    else this.inEnglish();
    this.feet();
    this.pdf.end();
  }

  private inKorean(): void {
    const { person, company, title, stage } = this.paper;
    this.line(78, this.words.over, { size: 10.5, fill: GOLD, spacing: 4 });
    this.line(98, this.words.heading, { size: 46, bold: true, fill: DEEP, spacing: 6 });
    this.rule(168);
    this.line(188, company, { size: 15, least: 9, fill: QUIET });
    this.line(212, person, { size: 36, least: 14, bold: true });
    this.line(272, this.words.sentence, { size: 14 });
    this.course(308, title, this.words.stages[stage]);
  }

  private inEnglish(): void {
    const { person, company, title, stage } = this.paper;
    this.line(72, this.words.heading, { size: 46, bold: true, fill: DEEP });
    this.line(130, this.words.over, { size: 11, fill: GOLD, spacing: 5 });
    this.rule(160);
    this.line(182, person, { size: 36, least: 14, bold: true });
    this.line(232, company, { size: 15, least: 9, fill: QUIET });
    this.line(272, this.words.sentence, { size: 14 });
    this.course(308, title, this.words.stages[stage]);
  }

  private course(y: number, title: string, stage: string): void {
    this.line(y, title, { size: 24, least: 12, bold: true, fill: DEEP });
    const wide = this.pdf.font('bold').fontSize(10.5).widthOfString(stage) + 26;
    const [x, top] = [(this.width - wide) / 2, y + 42];
    this.pdf.roundedRect(x, top, wide, 22, 11).fill(PALE);
    this.line(top + 5, stage, { size: 10.5, bold: true, fill: DEEP });
  }

  /** Paper, a double frame, arcs that fan out of two corners. */
  private ground(): void {
    const { pdf, width, height } = this;
    pdf.rect(0, 0, width, height).fill(PAPER);
    pdf.save();
    pdf.rect(24, 24, width - 48, height - 48).clip();
    pdf.lineWidth(0.7).strokeColor(ACCENT).strokeOpacity(0.16);
    for (let ring = 0; ring < 26; ring++) {
      pdf.circle(24, height - 24, 40 + ring * 8).stroke();
      pdf.circle(width - 24, 24, 40 + ring * 8).stroke();
    }
    pdf.restore();
    pdf.strokeOpacity(1).lineWidth(2.4).strokeColor(DEEP);
    pdf.rect(24, 24, width - 48, height - 48).stroke();
    pdf.lineWidth(0.7).strokeColor(GOLD);
    pdf.rect(31, 31, width - 62, height - 62).stroke();
  }

  private feet(): void {
    const { number, day, provider, verifyUrl } = this.paper;
    const y = 432;
    this.fact(84, y, this.words.date, this.day(day));
    this.fact(84, y + 44, this.words.number, number);
    this.seal(this.width / 2, y + 34);
    const right = this.width - 84 - 250;
    this.fact(right, y, ' ', provider, 250, 'right', 17);
    this.fact(right, y + 44, this.words.verify, verifyUrl, 250, 'right', 8.5, verifyUrl);
  }

  private day(day: string): string {
    return new Intl.DateTimeFormat(this.paper.locale === 'ko' ? 'ko-KR' : 'en-GB', {
      dateStyle: 'long',
      timeZone: 'UTC',
    }).format(new Date(`${day}T00:00:00Z`));
  }

  /** A seal of rays with a tick in it. */
  private seal(x: number, y: number): void {
    const { pdf } = this;
    const points = Array.from({ length: 48 }, (_, at): [number, number] => {
      const [turn, far] = [(at * Math.PI) / 24, at % 2 === 0 ? 39 : 35];
      return [x + far * Math.cos(turn), y + far * Math.sin(turn)];
    });
    pdf.polygon(...points).fill(GOLD);
    pdf.circle(x, y, 31).fill(PAPER);
    pdf.circle(x, y, 28).fill(DEEP);
    pdf.lineWidth(5).lineCap('round').lineJoin('round').strokeColor(PAPER);
    pdf
      .moveTo(x - 12, y + 1)
      .lineTo(x - 3.5, y + 9.5)
      .lineTo(x + 12.5, y - 8.5)
      .stroke();
  }

  private rule(y: number): void {
    const middle = this.width / 2;
    this.pdf.lineWidth(0.8).strokeColor(GOLD);
    this.pdf
      .moveTo(middle - 120, y)
      .lineTo(middle - 10, y)
      .stroke();
    this.pdf
      .moveTo(middle + 10, y)
      .lineTo(middle + 120, y)
      .stroke();
    this.pdf.save().translate(middle, y).rotate(45).rect(-3, -3, 6, 6).fill(GOLD).restore();
  }

  /** In the middle, as large as fits; what is longer than any name ends in dots. */
  private line(
    y: number,
    words: string,
    { size, least = size, bold = false, fill = INK, spacing = 0 }: Line,
  ): void {
    const room = this.width - 150;
    this.pdf.font(bold ? 'bold' : 'regular').fillColor(fill);
    let fits = size;
    while (fits > least && this.pdf.fontSize(fits).widthOfString(words) > room) fits -= 1;
    const text = shorten(words, (each) => this.pdf.fontSize(fits).widthOfString(each) <= room);
    const wide = this.pdf.fontSize(fits).widthOfString(text, { characterSpacing: spacing }) - spacing;
    // On the same foot, however small it is written.
    this.pdf.text(text, (this.width - wide) / 2, y + (size - fits) * 0.9, {
      lineBreak: false,
      characterSpacing: spacing,
    });
  }

  private fact(
    x: number,
    y: number,
    name: string,
    said: string,
    width = 220,
    align: 'left' | 'right' = 'left',
    size = 13,
    link?: string,
  ): void {
    this.pdf
      .font('regular')
      .fontSize(9)
      .fillColor(QUIET)
      .text(name, x, y, { width, align, lineBreak: false });
    this.pdf.font(link ? 'regular' : 'bold').fillColor(link ? ACCENT : INK);
    let fits = size;
    while (fits > 6 && this.pdf.fontSize(fits).widthOfString(said) > width) fits -= 0.5;
    const text = shorten(said, (each) => this.pdf.fontSize(fits).widthOfString(each) <= width);
    this.pdf.text(text, x, y + 14, { width, align, lineBreak: false, ...(link ? { link } : {}) });
  }
}

function shorten(words: string, fits: (words: string) => boolean): string {
  if (fits(words)) return words;
  const letters = [...words];
  while (letters.length > 1 && !fits(`${letters.join('')}…`)) letters.pop();
  return `${letters.join('')}…`;
}
