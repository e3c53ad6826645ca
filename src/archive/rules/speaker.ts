import type { Rules } from './rule.ts';

/** Rules about who speaks: names, labels, people that look alike. */
export const speakerRules = {
  'label-ambiguous': {
    severity: 'error',
    holds: 'A label means one speaker.',
    why: 'When two people share a name, words would be put into somebody else’s mouth.',
    wrong: {
      path: 'episodes/talk/tides.md',
      text: '---\ntitle: The tides\n---\n\n**Sam:** It is late.\n',
      beside: {
        'speakers/sam-cole.md': '---\nname: Sam Cole\naliases: [Sam]\n---\n',
        'speakers/sam-dahl.md': '---\nname: Sam Dahl\naliases: [Sam]\n---\n',
      },
    },
    right: {
      path: 'episodes/talk/tides.md',
      text: '---\ntitle: The tides\nspeakers: { Sam: sam-cole }\n---\n\n**Sam:** It is late.\n',
      beside: {
        'speakers/sam-cole.md': '---\nname: Sam Cole\n---\n',
        'speakers/sam-dahl.md': '---\nname: Sam Dahl\n---\n',
      },
    },
  },
  'label-of-two': {
    severity: 'warning',
    holds: 'A label names one person.',
    why: 'Words of two people at once are on neither’s page.',
    wrong: '**Jo Field and Ann Reed:** It is late.',
    right: '**Jo Field:** It is late.\n\n**Ann Reed:** It is late.',
    except: 'If they spoke as one, it can stay: the words then belong to nobody’s page.',
  },
  'label-alike': {
    severity: 'warning',
    holds: 'A label that is nearly a speaker’s name is that name.',
    why: 'A slip of the keyboard would take words off a person’s page.',
    wrong: '**Jo Fields:** It is late.',
    right: '**Jo Field:** It is late.',
    except: 'Somebody else has that name: add a file for them in `content/speakers`.',
  },
  'unnamed-speaker': {
    severity: 'warning',
    holds: 'Speakers that a program numbered have been given their names.',
    why: 'Words under “Speaker 0” are on nobody’s page, and no search by speaker finds them.',
    wrong: '**Speaker 0:** It is late.\n\n**SPEAKER_01:** It is not.',
    right: '**Jo Field:** It is late.\n\n**Ann Reed:** It is not.',
    except:
      'If nobody knows who spoke, say so: type `Unknown Speaker 0`, `Audience` or `Caller` instead.',
  },
  'name-shared': {
    severity: 'warning',
    holds: 'A name or an alias belongs to one speaker.',
    why: 'As a label it would mean nobody in particular.',
    wrong: {
      path: 'speakers/anna-cole.md',
      text: '---\nname: Anna Cole\naliases: [Ann Reed]\n---\n',
    },
    right: { path: 'speakers/anna-cole.md', text: '---\nname: Anna Cole\n---\n' },
  },
  'name-alike': {
    severity: 'warning',
    holds: 'Names of two speakers differ by more than a letter, an accent, a blank or their order.',
    why: 'Most often it is one person with two spellings, whose words are torn over two pages.',
    wrong: { path: 'speakers/field-jo.md', text: '---\nname: Field, Jo\n---\n' },
    right: {
      path: 'speakers/jo-field.md',
      text: '---\nname: Jo Field\naliases: ["Field, Jo"]\n---\n',
    },
    except: 'Two people? Say so in one of the two files: `distinctFrom: ["Jo Field"]`.',
  },
  'mention-shared': {
    severity: 'warning',
    holds: 'A word in `mentionedAs` means one person.',
    why: 'If others say it, nobody can tell whom they mean; it counts for neither.',
    wrong: {
      path: 'speakers/jo-field.md',
      text: '---\nname: Jo Field\nmentionedAs: [Pilot]\n---\n',
      beside: { 'speakers/ann-reed.md': '---\nname: Ann Reed\nmentionedAs: [Pilot]\n---\n' },
    },
    right: {
      path: 'speakers/jo-field.md',
      text: '---\nname: Jo Field\nmentionedAs: [Pilot]\n---\n',
    },
  },
} as const satisfies Rules;
