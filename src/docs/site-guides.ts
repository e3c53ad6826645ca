import { archive } from '../content.ts';
import { base } from '../interface.ts';
import { type GuidePage, listGuides } from './guides.ts';

let guides: readonly GuidePage[] | undefined;

/** The guides as the site of this archive shows them; every page of documentation lists them. */
export function siteGuides(): readonly GuidePage[] {
  const { repository, branch } = archive.facts;
  guides ??= listGuides({
    base,
    sourceOf: (file) =>
      repository && `${repository.replace(/\/+$/, '')}/blob/${encodeURIComponent(branch)}/${file}`,
  });
  return guides;
}
