import { parseTimestamp, serializeTimestamp } from '../archive/time.ts';

/** Something at the start of a paragraph that can only be a time, in a form that readers do not take for one. */
export interface TimeMark {
  /** Counted in UTF-16 units from 0. */
  readonly offset: number;
  readonly typed: string;
  /** The form that is read: `[01:02:03]`. */
  readonly written: string;
}

/** At the start of a line, after a label at most; the brackets may be those of another keyboard. */
const mark =
  /^((?:(?:\*\*[^*\n]{1,80}[:：]\*\*|[^\s*:：[\]［(][^*:：\n]{0,60}[:：])[ \t]+)?)(\\?[[［【〔(]\s?([\d０-９]{1,3}(?:[:：][\d０-９]{1,2}){1,2}(?:[.,．][\d０-９]{1,3})?)\s?\\?[\]］】〕)])(?=[ \t]+\S|[ \t]*\n[ \t]*\S)/gmu;

/**
 * Times that would be read as speech: `[1:2:3]`, `［00:12］`, `(00:12:33)`. In plain brackets only three parts are
 * surely a time: `[3:1]` may be a verse, and `(4:33)` a piece of music. Words must follow.
 *
 * findTimeMarks('[1:2:3] It is late.') // => [{ offset: 0, typed: '[1:2:3]', written: '[01:02:03]' }]
 */
export function findTimeMarks(text: string): TimeMark[] {
  if (!/[\d０-９][:：][\d０-９]/u.test(text)) return [];
  return [...text.matchAll(mark)].flatMap((match): TimeMark[] => {
    const [, label = '', typed = '', digits = ''] = match;
    const plain = digits.normalize('NFKC');
    const parts = plain.split(':').length;
    const isForeign = /[［【〔]/u.test(typed) || plain !== digits;
    const isRead = /^\\?\[/.test(typed) && parseTimestamp(plain) !== undefined && !isForeign;
    if (isRead || (!isForeign && parts < 3)) return [];
    // Behind other words round brackets are a remark.
    if (typed.includes('(') && label !== '' && !label.startsWith('**')) return [];
    const padded = plain.replace(/(?<=:)(\d)(?=[:.,]|$)/g, '0$1');
    const seconds = parseTimestamp(padded);
    if (seconds === undefined) return [];
    return [
      { offset: match.index + label.length, typed, written: `[${serializeTimestamp(seconds)}]` },
    ];
  });
}
