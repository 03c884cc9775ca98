/** The desk's words about pictures. */
export const media = {
  'media.title': 'Pictures',
  'media.forbidden': 'You may not add pictures.',
  'media.upload.foreign': 'Pictures are uploaded from this site’s desk only.',
  'media.notFound': 'There is no such picture.',
  'media.refused.empty': 'The file is empty.',
  'media.refused.bytes': 'The picture is larger than 40 MB.',
  'media.refused.type': 'This is a {type} file. Pictures are added as JPEG, PNG, WebP or AVIF.',
  'media.refused.unknown': 'This is not a JPEG, PNG, WebP or AVIF picture, whatever its name says.',
  'media.refused.damaged': 'The picture’s file is damaged and cannot be read.',
  'media.refused.pixels': 'The picture has {width} × {height} pixels. It may have 60 megapixels at most.',
  'media.refused.moving': 'The picture moves. Save one of its frames as a still picture.',
  'media.problem.missing': 'The picture’s file is not in the storage any more. Upload it again.',
  'media.problem.damaged':
    'The picture’s file is damaged or breaks off, and cannot be shown. Upload it again from its source.',
  'media.storage.full': 'There is no room left to store the picture. Please tell whoever runs the site.',
  'media.storage.failed': 'The picture could not be stored. Please try again.',

  'media.describe.forbidden':
    'You may not change this picture: it is not yours, or readers see it in a story that you cannot publish.',
  'media.delete.forbidden': 'You may not delete this picture: somebody else added it.',
  'media.delete.used': 'The picture is used in ‘{headline}’ and cannot be deleted.',

  'media.fetch.scheme': 'Write a web address that begins with http:// or https://.',
  'media.fetch.credentials': 'Leave the user name and password out of the address.',
  'media.fetch.port': 'Only the usual ports of the web, 80 and 443, are asked.',
  'media.fetch.private': '{host} is not on the open internet: its pictures cannot be fetched.',
  'media.fetch.unknown_host': 'There is no host named {host}.',
  'media.fetch.unreachable': '{host} could not be reached, or broke off.',
  'media.fetch.status': '{host} did not give the picture: it answered {status}.',
  'media.fetch.redirects': '{host} leads from one address to the next without end.',
  'media.fetch.encoding': '{host} sent the picture in a form that cannot be unpacked.',
  'media.fetch.too_large': 'What is at this address is larger than 40 MB.',
  'media.fetch.too_slow': '{host} took too long. Please try again, or upload the file itself.',
} as const;
