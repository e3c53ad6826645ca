/** Labels that name no particular person, in the archive's usual languages, lower case. */
const anonymous = new Set([
  'audience',
  'audience member',
  'anonymous',
  'attendee',
  'attendees',
  'caller',
  'crowd',
  'everybody',
  'everyone',
  'all',
  'man',
  'woman',
  'member',
  'moderator',
  'multiple speakers',
  'narrator',
  'others',
  'participant',
  'participants',
  'public',
  'q',
  'a',
  'question',
  'questioner',
  'answer',
  'several voices',
  'speaker',
  'speakers',
  'unidentified',
  'unidentified speaker',
  'unknown',
  'unknown speaker',
  'voice',
  'voices',
  'interviewer',
  'interviewee',
  'interpreter',
  'host',
  'guest',
  'guests',
  'panel',
  'male voice',
  'female voice',
  'voiceover',
  'automated voice',
  'publikum',
  'zuruf',
  'zurufe',
  'unbekannt',
  'frage',
  'antwort',
  'sprecher',
  'sprecherin',
  'teilnehmer',
  'teilnehmerin',
  'stimme',
  'moderation',
  'público',
  'audiencia',
  'desconocido',
  'pregunta',
  'respuesta',
  'audiência',
  'desconhecido',
  'pergunta',
  'resposta',
  'public inconnu',
  'inconnu',
  'réponse',
  'جمهور',
  'الجمهور',
  'الحضور',
  'مجهول',
  'متحدث',
  'سؤال',
  'جواب',
  'صوت',
  '問',
  '答',
  '觀眾',
  '观众',
  '聽眾',
  '听众',
  '不明',
  '主持人',
  '眾人',
  '众人',
  '與會者',
  '与会者',
  '提問者',
  '提问者',
  '現場',
  '记者',
  '記者',
  '會眾',
  '質問',
  '回答',
  '聴衆',
  '司会',
]);

/** `Speaker 1`, `SPEAKER_00`, `Audience Member 2`, `متحدث ٢`, `與會者三`. */
const numbered =
  /^(?:(?:unidentified |unknown )?(?:speaker|voice|caller|attendee|participant|audience(?: member)?|man|woman|guest|host|member|question(?:er)?|sprecher(?:in)?|teilnehmer(?:in)?|stimme|orador|participante|متحدث|صوت|與會者|与会者|發言者|发言者|講者|讲者)[ _#-]*[\p{N}A-Z一二三四五六七八九十]{1,3}|spk_\d+)$/iu;

/** What stands under these labels is not speech. */
const notes = new Set([
  'break',
  'ad',
  'ad break',
  'advertisement',
  'sponsor',
  'sponsors',
  'intro',
  'outro',
  'music',
  'jingle',
  'theme music',
  'laughter',
  'applause',
  'silence',
  'stage direction',
  'clip',
  'sound',
  'teaser',
  'promo',
  'pause',
  'werbung',
  'musik',
  'gelächter',
  'beifall',
  'einspieler',
  'استراحة',
  'موسيقى',
  'إعلان',
  'فاصل',
  '休息',
  '廣告',
  '广告',
  '音樂',
  '音乐',
  '片頭',
  '片头',
  '片尾',
  '掌聲',
  '掌声',
  '笑聲',
  '笑声',
]);

/** A label as it is compared: Unicode NFC, one space for each run of blanks, none around. */
export function normalizeLabel(label: string): string {
  const before = known.get(label);
  if (before !== undefined) return before;
  const plain = label.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (label.length > longestKnown) return plain;
  if (known.size >= mostKnown) known.clear();
  known.set(label, plain);
  return plain;
}

/** The same few people speak again and again: each label is looked at once. */
const known = new Map<string, string>();
const mostKnown = 10_000;
const longestKnown = 80;

/**
 * Whether a label names no particular person: such speakers are allowed and get no page.
 *
 * isAnonymousLabel('Speaker 1') // => true
 */
export function isAnonymousLabel(label: string): boolean {
  const plain = normalizeLabel(label).toLowerCase();
  return anonymous.has(plain) || numbered.test(plain);
}

/**
 * Whether what stands under a label is a note (a break, music, a stage direction), not speech.
 *
 * isNoteLabel('Break') // => true
 */
export const isNoteLabel = (label: string): boolean =>
  notes.has(normalizeLabel(label).toLowerCase());
