import type { APIRoute } from 'astro';
import { pageChanges } from '../../archive/change-list.ts';
import { quotePath } from '../../archive/permalink.ts';
import { archive } from '../../content.ts';
import { absolute } from '../../interface.ts';

/** The changes that the bare address shows, newest first. */
export const GET: APIRoute = () => {
  const { newest, total } = pageChanges(archive.changes);
  return Response.json({
    total,
    changes: newest.map((change) => ({
      ...change,
      url: absolute(quotePath(change.episode, change.id)),
    })),
  });
};
