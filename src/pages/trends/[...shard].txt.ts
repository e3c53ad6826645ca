import type { APIRoute, GetStaticPaths } from 'astro';
import { shards } from '../../trends/published.ts';

export const getStaticPaths = (() =>
  Array.from(shards, ([file, text]) => ({
    params: { shard: file.replace(/\.txt$/, '') },
    props: { text },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
