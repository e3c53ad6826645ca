import type { APIRoute, GetStaticPaths } from 'astro';
import { serializeCsv } from '../../archive/csv.ts';
import { type Table, tablesOf } from '../../archive/figures/tables.ts';
import { archive, figures } from '../../content.ts';

export const getStaticPaths = (() =>
  Object.entries(tablesOf(archive, figures)).map(([name, table]) => ({
    params: { name },
    props: { table },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ table: Table }> = ({ props: { table } }) =>
  new Response(serializeCsv(table.columns, table.rows), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
