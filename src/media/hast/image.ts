import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Asset } from '../../document/tree.ts';
import type { Position } from '../../kernel/finding.ts';
import { type HastContext, report } from './context.ts';
import { imageSize } from './image-size.ts';

/** The picture with its size and alternative text, or a finding and undefined when its file was not read. */
export function imageOf(src: string, alt: string, context: HastContext, at?: Position): Element | undefined {
  const asset = context.document.assets.get(src);
  if (asset === undefined) {
    const message = `The picture "${src}" is not there. Its words are shown in its place.`;
    report(
      context,
      'missing-picture',
      'error',
      message,
      'Put the file beside the report, or mend its name.',
      at,
    );
    return undefined;
  }
  let url = context.imageUrls.get(src);
  if (url === undefined) {
    url = context.options.imageUrl?.(asset) ?? dataUri(asset);
    context.imageUrls.set(src, url);
  }
  return h('img', { src: url, alt, ...imageSize(asset) });
}

/** The whole file as an address. RFC 2397. */
function dataUri({ mediaType, bytes }: Pick<Asset, 'mediaType' | 'bytes'>): string {
  return `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
}
