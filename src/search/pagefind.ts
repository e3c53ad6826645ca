/** What the search page uses of Pagefind's own script, whose types are not published. */
interface Pagefind {
  createInstance(options: object): {
    init(): Promise<void>;
    mergeIndex(folder: string, options: { language: string }): Promise<void>;
    search(
      term: string,
      options: { filters: Record<string, string> },
    ): Promise<{ results: readonly { score: number; data(): Promise<Fragment> }[] }>;
  };
}

interface Fragment {
  readonly meta: Readonly<Record<string, string>>;
  readonly sub_results: readonly { readonly anchor?: Anchor }[];
}

interface Anchor {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
}

/** What a record says of all its quotes. */
export interface RecordMeta {
  readonly url: string;
  readonly title: string;
  readonly speaker: string;
  readonly show: string;
  readonly date?: string;
  readonly language: string;
}

export interface FoundRecord {
  /** Fetches the quotes of the record in which a searched word is. */
  load(): Promise<{
    meta: RecordMeta;
    quotes: readonly { id: string; text: string; time: number | undefined }[];
  }>;
}

export interface SearchIndex {
  /** Records with all the words, best first, of all languages. */
  search(typed: string, filters: Readonly<Record<string, string>>): Promise<FoundRecord[]>;
}

/** A part of the index: its folder below the bundle, and its languages. */
export interface BundlePart {
  readonly folder: string;
  readonly languages: readonly string[];
}

/**
 * The index of the whole archive. Pagefind makes one for each language and opens that of the page; here
 * all are opened, of every part. Throws when the index is not there.
 */
export async function openIndex(
  bundle: string,
  parts: readonly BundlePart[],
): Promise<SearchIndex> {
  const languages = [...new Set(parts.flatMap((part) => part.languages))];
  const instances = await Promise.all(
    languages.map((language, index) => {
      const folders = parts.filter((part) => part.languages.includes(language));
      return openInLanguage(
        // Pagefind's script analyses words in one language: each has a script of its own.
        `${bundle}pagefind.js${index === 0 ? '' : `?${language}`}`,
        language,
        folders.map(({ folder }) => bundle + folder),
      );
    }),
  );
  return {
    search: async (typed, filters) => {
      const found = await Promise.all(
        instances.map((instance) => instance.search(typed, { filters: { ...filters } })),
      );
      return found
        .flatMap(({ results }) => results)
        .sort((a, b) => b.score - a.score)
        .map((result) => ({ load: async () => readFragment(await result.data()) }));
    },
  };
}

type Instance = ReturnType<Pagefind['createInstance']>;

async function openInLanguage(
  script: string,
  language: string,
  [first = '', ...others]: readonly string[],
): Promise<Instance> {
  const pagefind = (await import(/* @vite-ignore */ script)) as Pagefind;
  // An instance takes its language from the page at the moment it is made, and from nowhere else.
  const root = document.documentElement;
  const own = root.lang;
  root.lang = language;
  let instance: Instance;
  try {
    instance = pagefind.createInstance({ basePath: first });
  } finally {
    root.lang = own;
  }
  await instance.init();
  for (const folder of others) await instance.mergeIndex(folder, { language });
  return instance;
}

function readFragment({ meta, sub_results }: Fragment): Awaited<ReturnType<FoundRecord['load']>> {
  const { url = '', title = '', speaker = '', show = '', language = '', date } = meta;
  return {
    meta: { url, title, speaker, show, language, ...(date && { date }) },
    quotes: sub_results.flatMap(({ anchor }) =>
      anchor
        ? [{ id: anchor.id, text: anchor.text, time: /^\d+$/.test(anchor.title ?? '') ? Number(anchor.title) : undefined }]
        : [],
    ),
  };
}
