/** The desk's words about the versions of a story. */
export const versions = {
  'editor.versions.pages': 'More versions',
  'editor.versions.newest': 'Newest',
  'editor.versions.older': 'Older',
  'editor.noVersions': 'No version has been kept yet.',
  'editor.noVersionsText': 'A version is kept when the story is submitted, published, or kept on purpose.',
  'editor.version.number': 'Version {number}',
  'editor.version.copy': 'Replaced words',
  'editor.version.public': 'Public now',
  'editor.version.wasPublic': 'Was public',
  'editor.version.publicFrom': 'Public from {from}',
  'editor.version.publicFromTo': 'Public from {from} to {to}',
  'editor.version.saves': { one: '{count} save', other: '{count} saves' },
  'editor.version.sitting': {
    one: 'Words that {name} saved others over. They stand in no version.',
    other:
      'Words of one sitting that {name} saved others over, {count} times: these are the last of them. They stand in no version.',
  },
  'editor.version.each': 'Show every save',
  'editor.version.together': 'Show one line a sitting',
  'editor.version.far': {
    one: '{count} paragraph without a change',
    other: '{count} paragraphs without a change',
  },
  'editor.version.comparedWith': 'What changed since “{version}” is marked.',
  'editor.version.first': 'The first version.',
  'editor.version.restore': 'Restore',
  'editor.version.restoreTitle': 'Restore this version?',
  'editor.version.restoreText':
    'Its words become those under way. The words that stand there now are kept as a version first, and what readers see stays as it is.',
  'editor.version.restored': 'Restored. Readers see it once it is published.',
} as const;
