import { describe, expect, it } from 'vitest';
import { joinArchive } from '../archive.ts';
import { episode, sources, speaker, speech } from '../example.ts';
import type { Sources } from '../model.ts';
import { plainText } from '../quote.ts';
import { gatherAbout } from './about.ts';
import { SpokenWords } from './spoken-words.ts';

type Speakers = Sources['speakers'];

/** Who is named in words of Ann Reed. */
function named(speakers: Speakers, text: string): string[] {
  const { archive } = joinArchive(
    sources({
      speakers: [speaker('ann-reed', 'Ann Reed'), ...speakers],
      episodes: [episode('hut', [speech('Ann Reed', text)])],
    }),
  );
  const { mentions } = gatherAbout(archive, SpokenWords.of(archive.episodes));
  return [...mentions].filter(([, quotes]) => quotes.length > 0).map(([id]) => id);
}

const jo = speaker('jo-field', 'Jo Field', { aliases: ['JF', 'Keeper Jo'] });

describe('who is named', () => {
  it('is nobody by half a name, in other words, by initials, or by an alias of one word', () => {
    expect(named([jo], 'Jo went to the field. JF. Banjo Field; Jo Fieldhouse; Field, Jo')).toEqual(
      [],
    );
    expect(named([speaker('ab', 'A B')], 'Between a b and a c.')).toEqual([]);
    expect(named([speaker('luc', 'Jean-Luc')], 'Jean-Luc said so.')).toEqual([]);
  });

  it('is nobody by a name that two speakers have, as name or alias', () => {
    const other = speaker('jo-field-2', 'Joan Field', { aliases: ['jo  FIELD'] });
    expect(named([jo, other], 'Ask Jo Field. Ask Joan Field.')).toEqual(['jo-field-2']);
  });

  it.each([
    'Jo Field knows.',
    'JO FIELD!',
    'Jó Field',
    'Keeper Jo was there.',
    'Jo Field’s hut',
    "Jo Field's hut",
    'Jo Field-like',
  ])('is a speaker in %j', (text) => expect(named([jo], text)).toEqual(['jo-field']));

  it('is by one word whoever’s file lists it', () => {
    const ada = speaker('ada-quill', 'Ada Quill', { aliases: ['Countess'], mentionedAs: ['Ada'] });
    expect(named([ada], 'Then Ada came.')).toEqual(['ada-quill']);
    expect(named([ada], 'Ada’s lamp')).toEqual(['ada-quill']);
    expect(named([ada], 'Then the Countess came, in Adas coat.')).toEqual([]);
  });

  it('is whoever’s name is longer, where one stands in the other', () => {
    const smith = speaker('jo-field-smith', 'Jo Field Smith');
    expect(named([jo, smith], 'Jo Field Smith was here.')).toEqual(['jo-field-smith']);
    expect(named([jo, smith], 'Jo Field Smith met Jo Field.').sort()).toEqual([
      'jo-field',
      'jo-field-smith',
    ]);
    const twins = [smith, speaker('other-smith', 'Jo Field Smith')];
    expect(named([jo, ...twins], 'Jo Field Smith was here.')).toEqual([]);
  });

  it('is told by the apostrophe, where a name in s is another’s', () => {
    const fields = speaker('jo-fields', 'Jo Fields');
    expect(named([jo, fields], 'Jo Fields came.')).toEqual(['jo-fields']);
    expect(named([jo, fields], 'Jo Field’s came.')).toEqual(['jo-field']);
    expect(named([jo], 'Jo Fields came.')).toEqual([]);
    expect(named([speaker('james', 'Ed James')], 'Ed James’s and Ed James’ boat')).toEqual([
      'james',
    ]);
  });

  it('is found by two characters in a script without blanks, by none alone', () => {
    const li = speaker('li-wen', '李文');
    expect(named([li], '我們請李文來談。')).toEqual(['li-wen']);
    expect(named([li], '李文’s 港口')).toEqual(['li-wen']);
    expect(named([speaker('li', '李')], '李子')).toEqual([]);
  });
});

describe('names in `mentionedAs`', () => {
  it('that somebody else has are warnings', () => {
    const speakers = [
      speaker('ada-quill', 'Ada Quill', { mentionedAs: ['Ada', 'Jo Field'] }),
      speaker('ada-stone', 'Ada Stone', { mentionedAs: ['ada', 'Stone'] }),
      speaker('jo-field', 'Jo Field'),
    ];
    const problem = (file: string, name: string, other: string) => ({
      rule: 'mention-shared',
      severity: 'warning',
      file: `content/speakers/${file}.md`,
      message: `Unexpected name \`${name}\` for \`mentionedAs\`, expected one that no other speaker has: \`content/speakers/${other}.md\` has it too`,
      mend: 'Take it out of one of the two files. Until then it counts as a mention of neither.',
    });
    expect(joinArchive(sources({ speakers })).problems).toEqual([
      problem('ada-quill', 'Ada', 'ada-stone'),
      problem('ada-quill', 'Jo Field', 'jo-field'),
      problem('ada-stone', 'ada', 'ada-quill'),
    ]);
  });
});

describe('mentions', () => {
  it('are in words of others, anonymous ones too; never in one’s own, and never in labels', () => {
    const { archive } = joinArchive(
      sources({
        speakers: [speaker('ann-reed', 'Ann Reed'), jo],
        episodes: [
          episode('new', [speech('Audience', 'Is Jo Field here? Is Jo Field?')], {
            date: '2024-01-01',
          }),
          episode(
            'old',
            [
              speech('Jo Field', 'I am Jo Field.'),
              speech('Ann Reed', 'Hello.', 'Hello, Jo Field.'),
            ],
            { date: '2020-01-01' },
          ),
          episode('undated', [speech('Ann Reed', 'As Jo Field says.')]),
        ],
      }),
    );
    const { mentions } = gatherAbout(archive, SpokenWords.of(archive.episodes));
    expect(
      mentions
        .get('jo-field')!
        .map(({ quote, voice, turn, episode: { key } }) => [
          key,
          voice === turn.voice && voice.name,
          plainText(quote.content),
        ]),
    ).toEqual([
      ['undated', 'Ann Reed', 'As Jo Field says.'],
      ['old', 'Ann Reed', 'Hello, Jo Field.'],
      ['new', 'Audience', 'Is Jo Field here? Is Jo Field?'],
    ]);
    expect(mentions.get('ann-reed')).toEqual([]);
  });
});
