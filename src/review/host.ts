import { marker } from './comment.ts';

/** The run of a workflow as GitHub's event tells of it. Owner and branch are a stranger's words. */
export interface WorkflowRun {
  readonly html_url: string;
  readonly head_sha: string;
  readonly head_branch: string;
  readonly head_repository: {
    readonly full_name: string;
    readonly owner: { readonly login: string };
  };
}

interface PullRequest {
  readonly number: number;
  readonly head: { readonly sha: string; readonly repo: { readonly full_name: string } | null };
}

interface Comment {
  readonly id: number;
  readonly body?: string;
  readonly user: { readonly login: string; readonly type: string } | null;
}

interface ChangedFile {
  readonly filename: string;
  readonly previous_filename?: string;
}

/** A request that is open, at the commit that was checked. */
export interface OpenRequest {
  readonly number: number;
  /** Whether it changes the files that check it, or so many files that nobody can tell. */
  readonly changesCheck: boolean;
}

/** GitHub lists no more changed files than these. */
const mostFiles = 3000;
const perPage = 100;
const author = 'github-actions[bot]';

/** Requests and comments of a repository, through GitHub's REST interface. Throws what the host refuses. */
export class Host {
  readonly #api: string;
  readonly #token: string;

  constructor(api: string, repository: string, token: string) {
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
      throw new Error(`Unexpected GITHUB_REPOSITORY \`${repository}\`, expected \`owner/name\`.`);
    this.#api = `${api}/repos/${repository}`;
    this.#token = token;
  }

  /**
   * The request that a run was for. The event names none when it comes from another repository: it is found by
   * where it comes from, and only when its last commit is the one that was checked. That is asked again after
   * its files were listed, so that the list is of that commit.
   */
  async findRequest(run: WorkflowRun): Promise<OpenRequest | undefined> {
    const head = encodeURIComponent(`${run.head_repository.owner.login}:${run.head_branch}`);
    const open = await this.#list<PullRequest>(`/pulls?state=open&head=${head}`);
    const request = open.find((each) => isOf(each, run));
    if (!request) return undefined;
    const files = await this.#list<ChangedFile>(`/pulls/${request.number}/files?`, mostFiles);
    const now = await this.#ask<PullRequest>('GET', `/pulls/${request.number}`);
    if (!isOf(now, run)) return undefined;
    const names = files.flatMap((file) => [file.filename, file.previous_filename ?? '']);
    return {
      number: request.number,
      changesCheck:
        files.length >= mostFiles || names.some((name) => /^\.github(?:\/|$)/.test(name)),
    };
  }

  /** Writes the comment with the report, or replaces it: there is one below each request. */
  async comment(request: number, body: string): Promise<void> {
    const comments = await this.#list<Comment>(`/issues/${request}/comments?`);
    // Anybody can write such a line; only the one that a workflow wrote is a workflow's.
    const own = comments.find(
      ({ user, body = '' }) =>
        user?.login === author && user.type === 'Bot' && body.startsWith(marker),
    );
    if (own) await this.#ask('PATCH', `/issues/comments/${own.id}`, { body });
    else await this.#ask('POST', `/issues/${request}/comments`, { body });
  }

  async #list<Item>(path: string, most = 1000): Promise<Item[]> {
    const items: Item[] = [];
    for (let page = 1; items.length < most; page++) {
      const some = await this.#ask<Item[]>('GET', `${path}&per_page=${perPage}&page=${page}`);
      items.push(...some);
      if (some.length < perPage) break;
    }
    return items;
  }

  async #ask<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(this.#api + path.replace('?&', '?'), {
      method,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${this.#token}`,
        'x-github-api-version': '2022-11-28',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok)
      throw new Error(`${method} ${path.split('?')[0]} was answered with ${response.status}.`);
    return (await response.json()) as Answer;
  }
}

const isOf = ({ head }: PullRequest, run: WorkflowRun): boolean =>
  head.sha === run.head_sha && head.repo?.full_name === run.head_repository.full_name;
