import type { APIRoute } from 'astro';
import { archiveTwin } from '../../archive/figures/archive-twin.ts';
import { archive, figures } from '../../content.ts';
import { absolute } from '../../interface.ts';

export const GET: APIRoute = () => Response.json(archiveTwin(archive, figures, absolute));
